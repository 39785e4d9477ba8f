/*
 * An article that is there in several languages has one tile: in the language of the page, else in
 * its first.
 */
#include "player/topics_list.h"

#include "base/bundle.h"
#include "base/lang.h"
#include "document/walk.h"
#include "export/html_motif.h"
#include "player/days.h"
#include "player/parting.h"
#include "player/topics_face.h"

#include <string.h>

/* More languages than that are in a list of their own, which the last of them opens. */
enum { LANGUAGES_AT_ONCE = 6 };

static enum art art_in(const struct topics *topics, enum art art)
{
    return topics->cycle->setup.style->plain ? ART_NONE : art;
}

/* Of the article's own picture, which its title names; NULL: it has none. */
static const char *picture_of(const struct topics *topics, const struct document *document)
{
    g_autoptr(GPtrArray) blocks = document_blocks(document, PART_SET(PART_PICTURE));
    g_autoptr(GArray) steps = document_walk_blocks(document, blocks);
    for (guint i = 0; i < steps->len; i++) {
        const struct block *block = g_array_index(steps, struct step, i).block;
        if (block && block->kind == BLOCK_IMAGE)
            return cycle_find_picture((gpointer)topics->cycle, block->as.image);
    }
    return NULL;
}

static void add_look(struct xml *page, const struct topics *topics, const struct document *document)
{
    const char *src = picture_of(topics, document);
    if (!src) {
        html_add_motif(page, art_in(topics, document->art));
        return;
    }
    xml_open(page, "img");
    xml_attribute(page, "src", src);
    xml_attribute(page, "alt", "");
    xml_close(page, "img");
}

static void add_title(struct xml *page, const struct slide_source *source)
{
    const struct document *document = source->document;
    const char *title = topics_title(source);
    g_autofree char *parted = parting_text(title, document->lang);
    xml_open(page, "span");
    xml_attribute(page, "lang", topics_title_lang(source));
    xml_attribute(page, "dir", lang_is_rtl(topics_title_lang(source)) ? "rtl" : "ltr");
    xml_attribute(page, "data-parted", g_str_equal(parted, title) ? NULL : parted);
    xml_text(page, title);
    xml_close(page, "span");
}

static void add_tile(struct xml *page, const struct topics *topics,
                     const struct slide_source *source)
{
    g_autofree char *href = topics_page_href(source);
    xml_open(page, "a");
    xml_attribute(page, "class", "tile");
    xml_attribute(page, "href", href);
    days_add(page, source->schedule);
    add_look(page, topics, source->document);
    add_title(page, source);
    xml_close(page, "a");
    xml_break(page);
}

/* How many there are, and of those that are on some days alone these days (browser/topics.js). */
static void add_count(struct xml *page, const struct topics *topics, const char *lang)
{
    const GPtrArray *shown = topics_shown(topics, lang);
    g_autofree char *words = topics_all_words(topics, lang, "{topics}");
    g_autoptr(GString) days = g_string_new(NULL);
    for (guint i = 0; i < shown->len; i++) {
        const struct schedule *schedule = ((const struct slide_source *)shown->pdata[i])->schedule;
        const char *from = schedule->valid_from.value, *to = schedule->valid_to.value;
        if (days_are_said(schedule))
            g_string_append_printf(days, " %s/%s", from ? from : "", to ? to : "");
    }
    xml_attribute(page, "data-words", words);
    xml_attribute_int(page, "data-topics", (int)shown->len);
    xml_attribute_int(page, "data-most", TOPICS_AT_ONCE);
    xml_attribute(page, "data-days", days->len > 0 ? days->str + 1 : NULL);
}

/* The way to all of them. */
static void add_last_tile(struct xml *page, const struct topics *topics, const char *lang)
{
    const GPtrArray *shown = topics_shown(topics, lang);
    g_autofree char *number = g_strdup_printf("%u", shown->len);
    g_autofree char *href = topics_all_name(topics, lang);
    g_autofree char *words = topics_all_words(topics, lang, number);
    xml_open(page, "a");
    xml_attribute(page, "class", "tile last");
    xml_attribute(page, "href", href);
    add_count(page, topics, lang);
    html_add_motif(page, art_in(topics, ART_TILES));
    topics_face_add_face(
        page, ICON_LIST,
        (struct face_words){topics_labels(topics, lang), LABEL_PLAYER_TOPICS, lang, words});
    xml_close(page, "a");
    xml_break(page);
}

/* Tiles in `count` places. */
static void open_tiles(struct xml *page, guint count)
{
    g_autofree char *number = g_strdup_printf("%u", count);
    xml_open(page, "div");
    xml_attribute(page, "class", "tiles");
    xml_attribute(page, "data-count", number);
    xml_break(page);
}

static void add_tiles_at_once(struct xml *page, const struct topics *topics, const char *lang)
{
    g_autoptr(GPtrArray) shown = topics_at_once(topics, lang);
    bool many = topics_are_many(topics, lang);
    if (shown->len == 0)
        return;
    open_tiles(page, shown->len + (many ? 1 : 0));
    for (guint i = 0; i < shown->len; i++)
        add_tile(page, topics, shown->pdata[i]);
    if (many)
        add_last_tile(page, topics, lang);
    xml_close(page, "div");
    xml_break(page);
}

/* What is announced, and how to reach the clinic. */
static void add_beside(struct xml *page, const struct topics *topics, const char *lang)
{
    g_autoptr(GPtrArray) beside = topics_beside(topics, lang);
    if (beside->len == 0)
        return;
    xml_open(page, "div");
    xml_attribute(page, "class", "beside");
    xml_break(page);
    for (guint i = 0; i < beside->len; i++) {
        const struct slide_source *source = beside->pdata[i];
        g_autofree char *href = topics_page_href(source);
        xml_open(page, "a");
        xml_attribute(page, "href", href);
        xml_attribute(page, "lang", source->document->lang);
        xml_attribute(page, "dir", source->document->rtl ? "rtl" : "ltr");
        days_add(page, source->schedule);
        topics_face_add_icon(page, source->act == ACT_CONTACT ? ICON_CALL : ICON_NOTE);
        add_title(page, source);
        xml_close(page, "a");
        xml_break(page);
    }
    xml_close(page, "div");
    xml_break(page);
}

/* By the name that the clinic gave it, or what stands in none. */
static void add_category(struct xml *page, const char *category, struct face_words more)
{
    xml_open(page, "h2");
    if (category == labels_get(more.labels, more.label))
        topics_face_mark(page, more);
    xml_text(page, category);
    xml_close(page, "h2");
}

static void add_tiles_by_category(struct xml *page, const struct topics *topics, const char *lang)
{
    const GPtrArray *shown = topics_shown(topics, lang);
    const struct face_words more = face_words(topics_labels(topics, lang), LABEL_MORE_TOPICS, lang);
    for (guint i = 0; i < shown->len; i++) {
        const char *category = topics_category_begins(topics, shown, i, lang);
        if (i > 0 && category)
            xml_close(page, "div");
        if (category)
            add_category(page, category, more);
        if (i == 0 || category)
            open_tiles(page, 0);
        add_tile(page, topics, shown->pdata[i]);
    }
    xml_close(page, "div");
    xml_break(page);
}

/* Four screen tiles, as the slides have them; without meaning. */
static void add_row(struct xml *page)
{
    static const char *const tiles[][2] = {{"one", "M0 0h100v50a50 50 0 0 1-100 0z"},
                                           {"two", "M100 100a100 100 0 0 1 100-100v100z"},
                                           {"three", "M200 0h50a50 50 0 0 1 50 50v50h-50a50 50 0 "
                                                     "0 1-50-50z"},
                                           {"two", "M300 0a100 100 0 0 1 100 100h-100z"}};
    xml_open(page, "svg");
    xml_attribute(page, "class", "row");
    xml_attribute(page, "viewBox", "0 0 400 100");
    xml_attribute(page, "aria-hidden", "true");
    for (size_t i = 0; i < G_N_ELEMENTS(tiles); i++) {
        xml_open(page, "path");
        xml_attribute(page, "class", tiles[i][0]);
        xml_attribute(page, "d", tiles[i][1]);
        xml_close(page, "path");
    }
    xml_close(page, "svg");
    xml_break(page);
}

static void add_languages(struct xml *page, const struct topics_frame *frame)
{
    bool many = frame->languages->len > LANGUAGES_AT_ONCE;
    xml_open(page, "nav");
    xml_attribute(page, "class", "pills");
    xml_attribute(page, "aria-labelledby", "pills-name");
    xml_open(page, "h2");
    xml_attribute(page, "id", "pills-name");
    topics_face_mark(page, face_words(frame->labels, LABEL_PLAYER_LANGUAGE, frame->lang));
    xml_text(page, labels_get(frame->labels, LABEL_PLAYER_LANGUAGE));
    xml_close(page, "h2");
    topics_frame_add_languages(page, frame, many ? LANGUAGES_AT_ONCE - 1 : LANGUAGES_AT_ONCE);
    if (many)
        topics_face_add_button(page, "more-languages", ICON_LANGUAGE,
                               face_words(frame->labels, LABEL_PLAYER_LANGUAGE, frame->lang));
    xml_close(page, "nav");
}

static void add_hint(struct xml *page, const struct topics_frame *frame)
{
    xml_open(page, "p");
    xml_attribute(page, "class", "hint");
    topics_face_add_face(page, ICON_TOUCH,
                         face_words(frame->labels, LABEL_KIOSK_TOUCH, frame->lang));
    xml_close(page, "p");
}

static void add_hello(struct xml *page, const struct topics *topics,
                      const struct topics_frame *frame)
{
    xml_open(page, "div");
    xml_attribute(page, "class", "hello");
    xml_open(page, "p");
    xml_attribute(page, "class", "clinic");
    xml_element(page, "bdi", topics->cycle->setup.clinic->name.value);
    xml_close(page, "p");
    topics_face_add_words(page, "h1", NULL,
                          face_words(frame->labels, LABEL_KIOSK_QUESTION, frame->lang));
    if (topics->sources->len > 0)
        add_hint(page, frame);
    if (!topics->cycle->setup.style->plain)
        add_row(page);
    if (frame->languages->len > 1)
        add_languages(page, frame);
    xml_close(page, "div");
    xml_break(page);
}

static void open_topics(struct xml *page, const struct topics_frame *frame, const char *class)
{
    xml_open(page, "nav");
    xml_attribute(page, "class", class);
    xml_attribute(page, "tabindex", "0");
    topics_face_name(page, "all-name", labels_get(frame->labels, LABEL_TOPICS),
                     labels_lang_of(frame->labels, LABEL_TOPICS), frame->lang);
}

static char *write_start(const struct topics *topics, const char *lang)
{
    g_autoptr(GPtrArray) languages = topics_languages(topics, NULL, topics_list_name);
    g_autofree char *self = topics_list_name(topics, lang), *all = topics_all_name(topics, lang);
    const struct labels *labels = topics_labels(topics, lang);
    const struct topics_frame frame = {.title = labels_get(labels, LABEL_KIOSK_QUESTION),
                                       .title_lang = labels_lang_of(labels, LABEL_KIOSK_QUESTION),
                                       .lang = lang,
                                       .rtl = lang_is_rtl(lang),
                                       .labels = labels,
                                       .screen = &topics->cycle->setup.style->screen,
                                       .topics = all,
                                       .is_topics = g_str_equal(self, all),
                                       .languages = languages,
                                       .sound = topics_sound(topics->cycle, self, lang)};
    struct xml *page = topics_frame_new(&frame, "start");
    add_hello(page, topics, &frame);
    open_topics(page, &frame, "all");
    add_beside(page, topics, lang);
    add_tiles_at_once(page, topics, lang);
    xml_close(page, "nav");
    return topics_frame_finish(page, &frame);
}

static char *write_all(const struct topics *topics, const char *lang)
{
    g_autoptr(GPtrArray) languages = topics_languages(topics, NULL, topics_all_name);
    g_autofree char *self = topics_all_name(topics, lang);
    const struct labels *labels = topics_labels(topics, lang);
    const struct topics_frame frame = {.title = labels_get(labels, LABEL_PLAYER_TOPICS),
                                       .title_lang = labels_lang_of(labels, LABEL_PLAYER_TOPICS),
                                       .lang = lang,
                                       .rtl = lang_is_rtl(lang),
                                       .labels = labels,
                                       .screen = &topics->cycle->setup.style->screen,
                                       .topics = self,
                                       .is_topics = true,
                                       .languages = languages,
                                       .sound = topics_sound(topics->cycle, self, lang)};
    struct xml *page = topics_frame_new(&frame, "every");
    topics_face_add_words(page, "h1", NULL,
                          face_words(frame.labels, LABEL_PLAYER_TOPICS, frame.lang));
    open_topics(page, &frame, "all");
    add_tiles_by_category(page, topics, lang);
    xml_close(page, "nav");
    return topics_frame_finish(page, &frame);
}

static void add_page(GPtrArray *bundle, const char *name, char *text)
{
    bundle_add(bundle, name, g_bytes_new_take(text, strlen(text)));
}

void topics_list_add_pages(const struct topics *topics, GPtrArray *bundle)
{
    for (guint i = 0; i < topics->langs->len; i++) {
        const char *lang = topics->langs->pdata[i];
        g_autofree char *start = topics_list_name(topics, lang);
        add_page(bundle, start, write_start(topics, lang));
        if (topics_are_many(topics, lang)) {
            g_autofree char *all = topics_all_name(topics, lang);
            add_page(bundle, all, write_all(topics, lang));
        }
    }
}
