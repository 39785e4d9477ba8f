/*
 * The articles are those of the show, made of the same documents as its screens. An article that is
 * there in several languages has one tile: in the language of the page, else in its first.
 */
#include "player/topics.h"

#include "base/bundle.h"
#include "base/lang.h"
#include "export/html.h"
#include "export/html_code.h"
#include "export/html_language.h"
#include "export/html_motif.h"
#include "player/shades.h"
#include "player/topics_addresses.h"
#include "player/topics_face.h"
#include "player/topics_frame.h"
#include "player/topics_parts.h"

#include <string.h>

bool topics_are_there(const struct cycle *cycle)
{
    struct topics topics = topics_of(cycle);
    bool there = topics.sources->len > 0;
    topics_clear(&topics);
    return there;
}

static char *page_href(const struct slide_source *source)
{
    g_autofree char *name = topics_page_name(source);
    return g_uri_escape_string(name, NULL, FALSE);
}

static void add_language(const struct topics *topics, GPtrArray *languages, const char *lang,
                         char *href)
{
    const char *name = labels_get(topics_labels(topics, lang), LABEL_LANGUAGE_NAME);
    g_ptr_array_add(languages, html_language_new(g_strdup(lang), g_strdup(name), href));
}

/* Of an article, or of the lists (`source` is NULL). */
static GPtrArray *languages_of(const struct topics *topics, const struct slide_source *source)
{
    GPtrArray *languages = g_ptr_array_new_with_free_func((GDestroyNotify)html_language_free);
    for (guint i = 0; i < topics->langs->len; i++) {
        const char *lang = topics->langs->pdata[i];
        const struct slide_source *sibling = source ? topics_sibling(topics, source, lang) : NULL;
        if (!source)
            add_language(topics, languages, lang, topics_list_name(topics, lang));
        else if (sibling)
            add_language(topics, languages, lang, page_href(sibling));
    }
    html_languages_part(languages);
    return languages;
}

static void add_tile(struct xml *page, const struct topics *topics,
                     const struct slide_source *source)
{
    const struct document *document = source->document;
    g_autofree char *href = page_href(source);
    xml_open(page, "a");
    xml_attribute(page, "class", "tile");
    xml_attribute(page, "href", href);
    html_add_motif(page, topics->cycle->setup.style->plain ? ART_NONE : document->art);
    xml_open(page, "span");
    xml_attribute(page, "lang", document->lang);
    xml_attribute(page, "dir", document->rtl ? "rtl" : "ltr");
    xml_text(page, document->title);
    xml_close(page, "span");
    xml_close(page, "a");
    xml_break(page);
}

/* A category (`category` is NULL: what stands in none), with its name where there are several. */
static void add_category(struct xml *page, const struct topics *topics, const char *lang,
                         const char *category, bool named)
{
    xml_open(page, "section");
    if (named)
        xml_element(page, "h2",
                    category ? category
                             : labels_get(topics_labels(topics, lang), LABEL_MORE_TOPICS));
    xml_open(page, "div");
    xml_attribute(page, "class", "tiles");
    xml_break(page);
    for (guint i = 0; i < topics->sources->len; i++) {
        const struct slide_source *source = topics->sources->pdata[i];
        if (g_strcmp0(source->category, category) == 0 && topics_shows(topics, source, lang))
            add_tile(page, topics, source);
    }
    xml_close(page, "div");
    xml_close(page, "section");
    xml_break(page);
}

/* Those that have one first, in the order of the show. */
static void add_tiles(struct xml *page, const struct topics *topics, const char *lang)
{
    g_autoptr(GPtrArray) categories = g_ptr_array_new();
    bool loose = false;
    for (guint i = 0; i < topics->sources->len; i++) {
        const char *category = ((const struct slide_source *)topics->sources->pdata[i])->category;
        loose |= !category;
        if (category)
            topics_note_lang(categories, category);
    }
    if (loose)
        g_ptr_array_add(categories, NULL);
    for (guint i = 0; i < categories->len; i++)
        add_category(page, topics, lang, categories->pdata[i], categories->len > 1);
}

static void add_hello(struct xml *page, const struct topics *topics,
                      const struct topics_frame *frame)
{
    xml_open(page, "div");
    xml_attribute(page, "class", "hello");
    xml_open(page, "p");
    xml_element(page, "bdi", topics->cycle->setup.clinic->name.value);
    xml_close(page, "p");
    xml_element(page, "h1", labels_get(frame->labels, LABEL_KIOSK_QUESTION));
    xml_element(page, "p", labels_get(frame->labels, LABEL_KIOSK_TOUCH));
    if (frame->languages->len > 1) {
        xml_open(page, "nav");
        xml_attribute(page, "class", "pills");
        xml_attribute(page, "aria-label", labels_get(frame->labels, LABEL_LANGUAGES));
        topics_frame_add_languages(page, frame);
        xml_close(page, "nav");
    }
    xml_close(page, "div");
    xml_break(page);
}

static char *write_list(const struct topics *topics, const char *lang)
{
    g_autoptr(GPtrArray) languages = languages_of(topics, NULL);
    g_autofree char *self = topics_list_name(topics, lang);
    const struct labels *labels = topics_labels(topics, lang);
    const struct topics_frame frame = {.title = labels_get(labels, LABEL_KIOSK_QUESTION),
                                       .lang = lang,
                                       .rtl = lang_is_rtl(lang),
                                       .labels = labels,
                                       .topics = self,
                                       .is_topics = true,
                                       .languages = languages,
                                       .sound = topics_sound(topics->cycle, self, lang)};
    struct xml *page = topics_frame_new(&frame, "start");
    add_hello(page, topics, &frame);
    xml_open(page, "nav");
    xml_attribute(page, "class", "all");
    xml_attribute(page, "tabindex", "0");
    xml_attribute(page, "aria-label", labels_get(labels, LABEL_TOPICS));
    add_tiles(page, topics, lang);
    xml_close(page, "nav");
    return topics_frame_finish(page, &frame);
}

static char *print_name(const struct slide_source *source)
{
    return g_strdup_printf("print/%s-large.pdf", source->article);
}

/* Hidden until the page knows that the display has a printer (topics.js). */
static void add_print(struct xml *page, const struct topics *topics,
                      const struct slide_source *source)
{
    const struct labels *labels = source->document->labels;
    const struct cycle_print *print = g_hash_table_lookup(topics->cycle->prints, source->article);
    g_autofree char *file = print ? print_name(source) : NULL;
    g_autofree char *address = file ? g_uri_escape_string(file, "/", FALSE) : NULL;
    xml_open(page, "button");
    xml_attribute(page, "type", "button");
    xml_attribute(page, "id", "print");
    xml_attribute(page, "data-file", address);
    xml_attribute(page, "hidden", "");
    topics_face_add_face(page, ICON_PRINT, labels_get(labels, LABEL_FORMAT_LARGE));
    if (print) {
        g_autofree char *count = g_strdup_printf(" (%u)", print->pages);
        xml_open(page, "span");
        xml_attribute(page, "class", "pages");
        xml_text(page, count);
        xml_close(page, "span");
    }
    xml_close(page, "button");
    xml_break(page);
}

static void add_take(struct xml *page, const struct topics *topics,
                     const struct slide_source *source)
{
    const struct document *document = source->document;
    xml_open(page, "section");
    xml_attribute(page, "id", "take");
    xml_attribute(page, "tabindex", "0");
    xml_attribute(page, "aria-labelledby", "take-name");
    xml_open(page, "h2");
    xml_attribute(page, "id", "take-name");
    xml_text(page, labels_get(document->labels, LABEL_TAKE_HOME));
    xml_close(page, "h2");
    xml_break(page);
    html_add_code(page, document);
    add_print(page, topics, source);
    xml_open(page, "p");
    xml_attribute(page, "class", "desk");
    xml_text(page, labels_get(document->labels, LABEL_SCREEN_MORE));
    xml_close(page, "p");
    xml_close(page, "section");
    xml_break(page);
}

static void add_walk(struct xml *page, const struct topics_frame *frame)
{
    xml_open(page, "nav");
    xml_attribute(page, "class", "walk");
    xml_attribute(page, "aria-label", frame->title);
    xml_open(page, "a");
    xml_attribute(page, "id", "back");
    xml_attribute(page, "href", frame->topics);
    topics_face_add_face(page, ICON_BACK, labels_get(frame->labels, LABEL_KIOSK_BACK));
    xml_close(page, "a");
    xml_open(page, "p");
    xml_attribute(page, "id", "place");
    xml_attribute(page, "role", "status");
    xml_close(page, "p");
    xml_open(page, "button");
    xml_attribute(page, "type", "button");
    xml_attribute(page, "id", "onward");
    xml_attribute(page, "hidden", "");
    xml_element(page, "span", labels_get(frame->labels, LABEL_KIOSK_NEXT));
    topics_face_add_icon(page, ICON_NEXT);
    xml_close(page, "button");
    xml_close(page, "nav");
    xml_break(page);
}

static char *write_article(const struct topics *topics, const struct slide_source *source)
{
    const struct document *document = source->document;
    const struct html_setting setting = {.find_picture = cycle_find_picture,
                                         .user = (gpointer)topics->cycle};
    g_autoptr(GPtrArray) languages = languages_of(topics, source);
    g_autoptr(GPtrArray) words = topics_words(document);
    g_autofree char *list = topics_list_name(topics, document->lang);
    g_autofree char *self = topics_page_name(source);
    const struct topics_frame frame = {.title = document->title,
                                       .lang = document->lang,
                                       .rtl = document->rtl,
                                       .labels = document->labels,
                                       .topics = list,
                                       .languages = languages,
                                       .sound = topics_sound(topics->cycle, self, document->lang)};
    struct xml *page = topics_frame_new(&frame, "reader");
    xml_open(page, "article");
    xml_attribute(page, "id", "read");
    xml_attribute(page, "tabindex", "0");
    xml_attribute(page, "aria-label", document->title);
    xml_break(page);
    html_write_blocks(page, document, words, &setting);
    topics_addresses_add(page, document, words);
    xml_close(page, "article");
    xml_break(page);
    add_take(page, topics, source);
    add_walk(page, &frame);
    return topics_frame_finish(page, &frame);
}

static void add_text(GPtrArray *bundle, const char *name, char *text)
{
    bundle_add(bundle, name, g_bytes_new_take(text, strlen(text)));
}

static void add_article(const struct topics *topics, const struct slide_source *source,
                        GPtrArray *bundle)
{
    const struct cycle_print *print = g_hash_table_lookup(topics->cycle->prints, source->article);
    g_autofree char *name = topics_page_name(source);
    g_autofree char *file = print_name(source);
    add_text(bundle, name, write_article(topics, source));
    if (print)
        bundle_add(bundle, file, g_bytes_ref(print->pdf));
}

void topics_add_pages(const struct cycle *cycle, GPtrArray *bundle)
{
    struct topics topics = topics_of(cycle);
    for (guint i = 0; i < topics.langs->len; i++) {
        const char *lang = topics.langs->pdata[i];
        g_autofree char *name = topics_list_name(&topics, lang);
        add_text(bundle, name, write_list(&topics, lang));
    }
    for (guint i = 0; i < topics.sources->len; i++)
        add_article(&topics, topics.sources->pdata[i], bundle);
    if (topics.sources->len > 0)
        add_text(bundle, "colors.css", shades_css(cycle->setup.style));
    topics_add_sounds(cycle, bundle);
    topics_clear(&topics);
}
