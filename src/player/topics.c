/*
 * The articles are those of the show, made of the same documents as its screens. An article's own
 * picture stands beside every part of it.
 */
#include "player/topics.h"

#include "base/bundle.h"
#include "base/lang.h"
#include "export/html.h"
#include "export/html_code.h"
#include "player/days.h"
#include "player/parting.h"
#include "player/shades.h"
#include "player/topics_addresses.h"
#include "player/topics_face.h"
#include "player/topics_frame.h"
#include "player/topics_list.h"
#include "player/topics_parts.h"

#include <string.h>

#define WALK_NAME "walk-name"

bool topics_are_there(const struct cycle *cycle)
{
    struct topics topics = topics_of(cycle);
    bool there = topics.langs->len > 0;
    topics_clear(&topics);
    return there;
}

static char *print_name(const struct slide_source *source)
{
    return g_strdup_printf("print/%s-large.pdf", source->article);
}

/* Hidden until the page knows that the display has a printer (topics.js). */
static void add_print(struct xml *page, const struct topics *topics,
                      const struct slide_source *source)
{
    g_autofree char *pages = topics_pages_words(topics, source);
    g_autofree char *file = pages ? print_name(source) : NULL;
    g_autofree char *address = file ? g_uri_escape_string(file, "/", FALSE) : NULL;
    xml_open(page, "button");
    xml_attribute(page, "type", "button");
    xml_attribute(page, "id", "print");
    xml_attribute(page, "data-file", address);
    xml_attribute(page, "data-printing", labels_get(source->document->labels, LABEL_DESK_PRINTING));
    xml_attribute(page, "hidden", "");
    topics_face_add_face(
        page, ICON_PRINT,
        face_words(source->document->labels, LABEL_FORMAT_LARGE, source->document->lang));
    if (pages) {
        struct face_words words =
            face_words(source->document->labels, LABEL_FORM_PAGES, source->document->lang);
        words.text = pages;
        topics_face_add_words(page, "span", "pages", words);
    }
    xml_close(page, "button");
    xml_open(page, "p");
    xml_attribute(page, "id", "printing");
    xml_attribute(page, "class", "unseen");
    xml_attribute(page, "aria-live", "polite");
    topics_face_mark(
        page, face_words(source->document->labels, LABEL_DESK_PRINTING, source->document->lang));
    xml_close(page, "p");
    xml_break(page);
}

/* In which language the phone shows it, where there are several. */
static void add_phone(struct xml *page, const struct document *document, bool several)
{
    xml_open(page, "div");
    xml_attribute(page, "class", "phone");
    html_add_code(page, document);
    if (several && document->web_address) {
        xml_open(page, "p");
        xml_attribute(page, "class", "tongue");
        xml_text(page, labels_get(document->labels, LABEL_LANGUAGE_NAME));
        xml_close(page, "p");
    }
    xml_close(page, "div");
    xml_break(page);
}

static void add_take(struct xml *page, const struct topics *topics,
                     const struct slide_source *source, bool several)
{
    const struct document *document = source->document;
    xml_open(page, "section");
    xml_attribute(page, "id", "take");
    xml_attribute(page, "tabindex", "0");
    xml_attribute(page, "aria-labelledby", "take-name");
    xml_open(page, "h2");
    xml_attribute(page, "id", "take-name");
    topics_face_mark(page, face_words(document->labels, LABEL_TAKE_HOME, document->lang));
    xml_text(page, labels_get(document->labels, LABEL_TAKE_HOME));
    xml_close(page, "h2");
    xml_break(page);
    add_phone(page, document, several);
    add_print(page, topics, source);
    topics_face_add_words(page, "p", "desk",
                          face_words(document->labels, LABEL_SCREEN_MORE, document->lang));
    xml_close(page, "section");
    xml_break(page);
}

/* The article's own, whole unless it says that it may be cut off. */
static void add_cover(struct xml *page, const struct document *document, const GPtrArray *pictures,
                      const struct html_setting *setting)
{
    if (pictures->len == 0)
        return;
    xml_open(page, "div");
    xml_attribute(page, "id", "cover");
    xml_attribute(page, "class", document->picture_covers ? "fills" : NULL);
    html_write_blocks(page, document, pictures, setting);
    xml_close(page, "div");
    xml_break(page);
}

static void add_walk(struct xml *page, const struct topics_frame *frame)
{
    xml_open(page, "nav");
    xml_attribute(page, "class", "walk");
    topics_face_name(page, WALK_NAME, frame->title, frame->title_lang, frame->lang);
    xml_open(page, "a");
    xml_attribute(page, "id", "back");
    xml_attribute(page, "href", frame->topics);
    topics_face_add_face(page, ICON_BACK, face_words(frame->labels, LABEL_KIOSK_BACK, frame->lang));
    xml_close(page, "a");
    xml_open(page, "p");
    xml_attribute(page, "id", "place");
    xml_attribute(page, "role", "status");
    topics_face_mark(page, face_words(frame->labels, LABEL_KIOSK_PART, frame->lang));
    xml_attribute(page, "data-words", labels_get(frame->labels, LABEL_KIOSK_PART));
    xml_close(page, "p");
    xml_open(page, "button");
    xml_attribute(page, "type", "button");
    xml_attribute(page, "id", "onward");
    xml_attribute(page, "hidden", "");
    topics_face_add_words(page, "span", "words",
                          face_words(frame->labels, LABEL_KIOSK_NEXT, frame->lang));
    topics_face_add_icon(page, ICON_NEXT);
    xml_close(page, "button");
    xml_close(page, "nav");
    xml_break(page);
}

/* Those of the article's own picture, or all others. */
static GPtrArray *blocks_of(const GPtrArray *words, bool pictures)
{
    GPtrArray *blocks = g_ptr_array_new();
    for (guint i = 0; i < words->len; i++) {
        const struct block *block = words->pdata[i];
        if ((block->part == PART_PICTURE) == pictures)
            g_ptr_array_add(blocks, words->pdata[i]);
    }
    return blocks;
}

static void add_read(struct xml *page, const struct topics *topics,
                     const struct slide_source *source, const GPtrArray *words,
                     const struct html_setting *setting)
{
    const struct document *document = source->document;
    xml_open(page, "article");
    xml_attribute(page, "id", "read");
    xml_attribute(page, "tabindex", "0");
    days_add(page, source->schedule);
    bool own = lang_same(topics_title_lang(source), document->lang);
    xml_attribute(page, own ? "aria-label" : "aria-labelledby",
                  own ? topics_title(source) : WALK_NAME);
    xml_break(page);
    if (source->act == ACT_CONTACT)
        topics_face_add_words(page, "h1", NULL,
                              face_words(document->labels, LABEL_CONTACT_HEADING, document->lang));
    html_write_blocks(page, document, words, setting);
    topics_addresses_add(page, document, words);
    if (source->act == ACT_CONTACT)
        topics_addresses_add_clinic(page, document, topics->cycle->setup.clinic);
    xml_close(page, "article");
    xml_break(page);
}

static void add_spine(struct xml *page)
{
    xml_open(page, "ol");
    xml_attribute(page, "id", "spine");
    xml_attribute(page, "aria-hidden", "true");
    xml_close(page, "ol");
    xml_break(page);
}

static char *write_article(const struct topics *topics, const struct slide_source *source)
{
    const struct document *document = source->document;
    const struct html_setting setting = {.levels_above = source->act == ACT_CONTACT ? 1 : 0,
                                         .calls = true,
                                         .cards = true,
                                         .whole_facts = true,
                                         .find_picture = cycle_find_picture,
                                         .user = (gpointer)topics->cycle};
    g_autoptr(GPtrArray) languages = topics_languages(topics, source, NULL);
    g_autoptr(GPtrArray) all = topics_words(source), words = blocks_of(all, false);
    g_autoptr(GPtrArray) pictures = blocks_of(all, true);
    g_autofree char *list = topics_all_name(topics, topics_lang(topics, document->lang));
    g_autofree char *self = topics_page_name(source);
    const struct topics_frame frame = {.title = topics_title(source),
                                       .title_lang = topics_title_lang(source),
                                       .lang = document->lang,
                                       .rtl = document->rtl,
                                       .labels = document->labels,
                                       .screen = &topics->cycle->setup.style->screen,
                                       .topics = list,
                                       .languages = languages,
                                       .sound = topics_sound(topics->cycle, self, document->lang)};
    struct xml *page = topics_frame_new(&frame, "reader");
    add_spine(page);
    add_read(page, topics, source, words, &setting);
    xml_open(page, "div");
    xml_attribute(page, "class", "side");
    add_cover(page, document, pictures, &setting);
    add_take(page, topics, source, languages->len > 1);
    xml_close(page, "div");
    xml_break(page);
    add_walk(page, &frame);
    parting_add_words(page, document, words);
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
        bundle_add_twin(bundle, file, g_bytes_ref(print->pdf), print->path);
}

void topics_add_pages(const struct cycle *cycle, GPtrArray *bundle)
{
    struct topics topics = topics_of(cycle);
    topics_list_add_pages(&topics, bundle);
    for (guint i = 0; i < topics.sources->len; i++)
        add_article(&topics, topics.sources->pdata[i], bundle);
    for (guint i = 0; i < topics.beside->len; i++)
        add_article(&topics, topics.beside->pdata[i], bundle);
    if (topics.langs->len > 0)
        add_text(bundle, "colors.css", shades_css(cycle->setup.style));
    topics_add_sounds(cycle, bundle);
    topics_clear(&topics);
}
