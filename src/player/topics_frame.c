/*
 * The pages load nothing but files of the show (Content Security Policy level 3). "file:" stands
 * beside 'self' because a page from a disk has no origin that would be itself.
 */
#include "player/topics_frame.h"

#include "base/json.h"
#include "base/lang.h"
#include "export/html_language.h"
#include "export/html_page.h"
#include "player/inline.h"
#include "player/reach.h"
#include "player/topics_face.h"
#include "player/topics_listen.h"
#include "player/wording.h"

#include <stddef.h>

#define POLICY                                                                                     \
    "default-src 'none'; script-src 'self' file: %s; style-src 'self' file:; "                     \
    "img-src 'self' file: data:; font-src 'self' file:; media-src 'self' file:; "                  \
    "object-src 'self' file:; connect-src 'self'; frame-src 'self' file:; "                        \
    "base-uri 'none'; form-action 'none'"

static void add_meta(struct xml *page, const char *kind, const char *name, const char *content)
{
    xml_open(page, "meta");
    xml_attribute(page, kind, name);
    xml_attribute(page, "content", content);
    xml_close(page, "meta");
    xml_break(page);
}

static void add_link(struct xml *page, const char *rel, const char *href)
{
    xml_open(page, "link");
    xml_attribute(page, "rel", rel);
    xml_attribute(page, "href", href);
    xml_close(page, "link");
    xml_break(page);
}

static void add_script(struct xml *page, const char *src)
{
    xml_open(page, "script");
    xml_attribute(page, "src", src);
    xml_close(page, "script");
    xml_break(page);
}

/* Before anything is painted: the colours and the size of the page before. */
static void add_head(struct xml *page, const struct topics_frame *frame)
{
    static const char *const sheets[] = {"colors.css", "controls.css", "topics.css", "start.css",
                                         "take.css",   "article.css",  "boxes.css",  "listen.css"};
    static const char *const scripts[] = {"memory.js", "letters.js", "dress.js"};
    g_autofree char *heals = inline_script("topics"), *source = html_page_source(heals);
    g_autofree char *policy = g_strdup_printf(POLICY, source);
    xml_open(page, "head");
    xml_break(page);
    add_meta(page, "charset", "utf-8", NULL);
    add_meta(page, "http-equiv", "Content-Security-Policy", policy);
    add_meta(page, "name", "viewport", "width=device-width, initial-scale=1");
    xml_open(page, "script");
    xml_raw(page, heals);
    xml_close(page, "script");
    xml_break(page);
    xml_open(page, "title");
    if (!lang_same(frame->title_lang, frame->lang))
        xml_attribute(page, "lang", frame->title_lang);
    xml_text(page, frame->title);
    xml_close(page, "title");
    xml_break(page);
    add_link(page, "icon", "data:,"); /* browsers ask servers for one else */
    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++)
        add_link(page, "stylesheet", sheets[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        add_script(page, scripts[i]);
    xml_close(page, "head");
    xml_break(page);
}

static void add_number(struct xml *page, const char *name, double value)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    xml_attribute(page, name, g_ascii_dtostr(number, sizeof number, value));
}

struct xml *topics_frame_new(const struct topics_frame *frame, const char *class)
{
    struct xml *page = xml_new(XML_SYNTAX_HTML);
    xml_head(page);
    xml_open(page, "html");
    xml_attribute(page, "lang", frame->lang);
    xml_attribute(page, "dir", frame->rtl ? "rtl" : "ltr");
    xml_attribute(page, "data-palette", "light");
    xml_attribute(page, "data-controls", "shown");
    add_number(page, "data-letter", reach_letter(frame->screen));
    if (reach_share(frame->screen) > 0)
        add_number(page, "data-reach", reach_share(frame->screen));
    xml_break(page);
    add_head(page, frame);
    xml_open(page, "body");
    xml_break(page);
    xml_open(page, "main");
    xml_attribute(page, "id", "main");
    xml_attribute(page, "class", class);
    xml_attribute(page, "tabindex", "-1");
    xml_break(page);
    return page;
}

static void add_language(struct xml *page, const struct html_language *language, bool own)
{
    xml_open(page, "a");
    xml_attribute(page, "href", language->href);
    xml_attribute(page, "lang", language->lang);
    xml_attribute(page, "hreflang", language->lang);
    xml_attribute(page, "aria-current", own ? "page" : NULL);
    xml_text(page, language->language);
    xml_close(page, "a");
    xml_break(page);
}

void topics_frame_add_languages(struct xml *page, const struct topics_frame *frame, guint most)
{
    guint added = 0;
    bool own_added = false;
    for (guint i = 0; i < frame->languages->len && added < most; i++) {
        const struct html_language *language = frame->languages->pdata[i];
        bool own = g_str_equal(language->lang, frame->lang);
        own_added |= own;
        if (!own && !own_added && added == most - 1) /* the last place is its own */
            continue;
        add_language(page, language, own);
        added++;
    }
}

static void add_topics_link(struct xml *page, const struct topics_frame *frame)
{
    xml_open(page, "a");
    xml_attribute(page, "id", "topics");
    xml_attribute(page, "href", frame->topics);
    xml_attribute(page, "aria-current", frame->is_topics ? "page" : NULL);
    topics_face_add_face(page, ICON_TOPICS,
                         face_words(frame->labels, LABEL_PLAYER_TOPICS, frame->lang));
    xml_close(page, "a");
    xml_break(page);
}

static void add_bar(struct xml *page, const struct topics_frame *frame)
{
    const struct labels *labels = frame->labels;
    xml_open(page, "nav");
    xml_attribute(page, "id", "controls");
    topics_face_name(page, "controls-name", labels_get(labels, LABEL_PLAYER_CONTROLS),
                     labels_lang_of(labels, LABEL_PLAYER_CONTROLS), frame->lang);
    topics_listen_add_row(page, frame);
    xml_open(page, "div");
    xml_attribute(page, "id", "bar");
    xml_break(page);
    topics_listen_add_button(page, frame);
    topics_face_add_button(page, "size", ICON_LARGER,
                           face_words(frame->labels, LABEL_PLAYER_LARGER, frame->lang));
    if (reach_share(frame->screen) > 0)
        topics_face_add_button(page, "lower", ICON_LOWER,
                               face_words(frame->labels, LABEL_KIOSK_LOWER, frame->lang));
    topics_face_add_button(page, "palette", ICON_COLORS,
                           face_words(frame->labels, LABEL_PLAYER_COLORS, frame->lang));
    if (frame->languages->len > 1)
        topics_face_add_button(page, "language", ICON_LANGUAGE,
                               face_words(frame->labels, LABEL_PLAYER_LANGUAGE, frame->lang));
    add_topics_link(page, frame);
    topics_face_add_button(page, "again", ICON_AGAIN,
                           face_words(frame->labels, LABEL_PLAYER_START_AGAIN, frame->lang));
    xml_close(page, "div");
    xml_close(page, "nav");
    xml_break(page);
}

static void add_language_dialog(struct xml *page, const struct topics_frame *frame)
{
    xml_open(page, "dialog");
    xml_attribute(page, "id", "languages");
    xml_attribute(page, "aria-labelledby", "languages-name");
    xml_open(page, "h2");
    xml_attribute(page, "id", "languages-name");
    topics_face_mark(page, face_words(frame->labels, LABEL_PLAYER_LANGUAGE, frame->lang));
    xml_text(page, labels_get(frame->labels, LABEL_PLAYER_LANGUAGE));
    xml_close(page, "h2");
    xml_open(page, "div");
    xml_attribute(page, "class", "choices");
    topics_frame_add_languages(page, frame, frame->languages->len);
    xml_close(page, "div");
    xml_close(page, "dialog");
    xml_break(page);
}

/* The words stand there when it is opened (idle.js). */
static void add_idle_dialog(struct xml *page, const struct topics_frame *frame)
{
    xml_open(page, "dialog");
    xml_attribute(page, "id", "idle");
    xml_attribute(page, "aria-labelledby", "idle-question");
    xml_attribute(page, "aria-describedby", "idle-sentence");
    topics_face_mark(page, face_words(frame->labels, LABEL_PLAYER_STILL_THERE, frame->lang));
    xml_raw(page, "\n<h2 id=\"idle-question\" class=\"question\"></h2>\n"
                  "<p id=\"idle-sentence\"><span class=\"before\"></span><strong class=\"number\">"
                  "</strong><span class=\"after\"></span></p>\n"
                  "<div class=\"left\" aria-hidden=\"true\"><div></div></div>\n"
                  "<button class=\"stay\" type=\"button\"></button>\n"
                  "<button class=\"leave\" type=\"button\">");
    topics_face_add_icon(page, ICON_AGAIN);
    xml_raw(page, "<span class=\"words\"></span></button>\n"
                  "<p class=\"spoken unseen\" aria-live=\"assertive\"></p>\n");
    xml_close(page, "dialog");
    xml_break(page);
}

/* The sign of a page that goes on below (topics.js), for fingers: keys scroll by themselves. */
static void add_way_down(struct xml *page)
{
    xml_raw(page, "<div class=\"below\"><button type=\"button\" id=\"down\" tabindex=\"-1\" "
                  "aria-hidden=\"true\" hidden>");
    topics_face_add_icon(page, ICON_DOWN);
    xml_raw(page, "</button></div>\n");
}

static void add_words(struct xml *page, const struct labels *labels)
{
    JsonBuilder *builder = json_new();
    json_open_object(builder, NULL);
    wording_add(builder, labels);
    json_close_object(builder);
    topics_face_add_json(page, "words", json_finish(builder));
}

char *topics_frame_finish(struct xml *page, const struct topics_frame *frame)
{
    static const char *const scripts[] = {"offline.js", "files.js", "days.js",    "idle.js",
                                          "missing.js", "swipe.js", "lines.js",   "blocks.js",
                                          "pieces.js",  "parts.js", "headset.js", "voice.js",
                                          "topics.js",  "listen.js"};
    xml_close(page, "main");
    xml_break(page);
    add_way_down(page);
    add_bar(page, frame);
    if (frame->languages->len > 1)
        add_language_dialog(page, frame);
    add_idle_dialog(page, frame);
    add_words(page, frame->labels);
    topics_listen_add_sound(page, frame);
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        add_script(page, scripts[i]);
    xml_close(page, "body");
    xml_close(page, "html");
    return xml_finish(page);
}
