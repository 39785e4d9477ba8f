/*
 * The pages load nothing but files of the show (Content Security Policy level 3). "file:" stands
 * beside 'self' because a page from a disk has no origin that would be itself.
 */
#include "player/topics_frame.h"

#include "base/json.h"
#include "export/html_language.h"
#include "player/wording.h"

#include <stddef.h>

#define POLICY                                                                                     \
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: "   \
    "data:; font-src 'self' file:; frame-src 'self' file:; base-uri 'none'; form-action 'none'"

void topics_frame_add_icon(struct xml *page, enum icon icon)
{
    static const char *const outlines[] = {
        [ICON_BACK] = "M15.5 4 7.5 12l8 8 2-2-6-6 6-6z",
        [ICON_NEXT] = "m8.5 4 8 8-8 8-2-2 6-6-6-6z",
        [ICON_PRINT] = "M6 2h12v5H6zM3 8h18v9h-3v-4H6v4H3zM8 15h8v7H8z",
        [ICON_LARGER] = "m15 4 7 16h-2.6l-1.7-4h-5.4l-1.7 4H8zm0 4.6L12.2 14h5.6zM5 10l4 10H7.2l-1-"
                        "2.6H3.8l-1 2.6H1zm0 3.2-1 2.7h2z",
        [ICON_COLORS] = "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zm0 2.5v15a7.5 7.5 0 0 0 0-15z",
        [ICON_LANGUAGE] =
            "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM4.3 11h3.3a16 16 0 0 1 1.5-6.2A8 "
            "8 0 0 0 4.3 11zm0 2a8 8 0 0 0 4.8 6.2A16 16 0 0 1 7.6 "
            "13zm5.3-2h4.8c-.2-3.3-1.3-6.4-2.4-7-1.1.6-2.2 3.7-2.4 7zm0 2c.2 3.3 1.3 "
            "6.4 2.4 7 1.1-.6 2.2-3.7 2.4-7zm10.1 0h-3.3a16 16 0 0 1-1.5 6.2A8 8 0 0 0 "
            "19.7 13zm0-2a8 8 0 0 0-4.8-6.2 16 16 0 0 1 1.5 6.2z",
        [ICON_TOPICS] = "M3 3h8v8H3zM13 3h8v8h-8zM3 13h8v8H3zM13 13h8v8h-8z",
        [ICON_AGAIN] = "M5 3v4.1A9 9 0 1 1 3 12h2.5A6.5 6.5 0 1 0 7 8.2h3.5V10.7H2.5V3z"};
    bool turns = icon == ICON_BACK || icon == ICON_NEXT || icon == ICON_AGAIN;
    xml_open(page, "svg");
    xml_attribute(page, "class", turns ? "turns" : NULL);
    xml_attribute(page, "viewBox", "0 0 24 24");
    xml_attribute(page, "aria-hidden", "true");
    xml_open(page, "path");
    xml_attribute(page, "fill-rule", "evenodd");
    xml_attribute(page, "d", outlines[icon]);
    xml_close(page, "path");
    xml_close(page, "svg");
}

void topics_frame_add_face(struct xml *page, enum icon icon, const char *words)
{
    topics_frame_add_icon(page, icon);
    xml_open(page, "span");
    xml_attribute(page, "class", "words");
    xml_text(page, words);
    xml_close(page, "span");
}

static void add_meta(struct xml *page, const char *kind, const char *name, const char *content)
{
    xml_open(page, "meta");
    xml_attribute(page, kind, name);
    xml_attribute(page, "content", content);
    xml_close(page, "meta");
    xml_break(page);
}

static void add_sheet(struct xml *page, const char *href)
{
    xml_open(page, "link");
    xml_attribute(page, "rel", "stylesheet");
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
static void add_head(struct xml *page, const char *title)
{
    static const char *const sheets[] = {"colors.css", "controls.css", "topics.css"};
    static const char *const scripts[] = {"memory.js", "dress.js"};
    xml_open(page, "head");
    xml_break(page);
    add_meta(page, "charset", "utf-8", NULL);
    add_meta(page, "http-equiv", "Content-Security-Policy", POLICY);
    add_meta(page, "name", "viewport", "width=device-width, initial-scale=1");
    xml_element(page, "title", title);
    xml_break(page);
    for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++)
        add_sheet(page, sheets[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        add_script(page, scripts[i]);
    xml_close(page, "head");
    xml_break(page);
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
    xml_break(page);
    add_head(page, frame->title);
    xml_open(page, "body");
    xml_break(page);
    xml_open(page, "main");
    xml_attribute(page, "id", "main");
    xml_attribute(page, "class", class);
    xml_attribute(page, "tabindex", "-1");
    xml_break(page);
    return page;
}

void topics_frame_add_languages(struct xml *page, const struct topics_frame *frame)
{
    for (guint i = 0; i < frame->languages->len; i++) {
        const struct html_language *language = frame->languages->pdata[i];
        bool own = g_str_equal(language->lang, frame->lang);
        xml_open(page, "a");
        xml_attribute(page, "href", language->href);
        xml_attribute(page, "lang", language->lang);
        xml_attribute(page, "hreflang", language->lang);
        xml_attribute(page, "aria-current", own ? "page" : NULL);
        xml_text(page, language->language);
        xml_close(page, "a");
        xml_break(page);
    }
}

static void add_button(struct xml *page, const char *id, enum icon icon, const char *words)
{
    xml_open(page, "button");
    xml_attribute(page, "type", "button");
    xml_attribute(page, "id", id);
    topics_frame_add_face(page, icon, words);
    xml_close(page, "button");
    xml_break(page);
}

static void add_topics_link(struct xml *page, const struct topics_frame *frame)
{
    xml_open(page, "a");
    xml_attribute(page, "id", "topics");
    xml_attribute(page, "href", frame->topics);
    xml_attribute(page, "aria-current", frame->is_topics ? "page" : NULL);
    topics_frame_add_face(page, ICON_TOPICS, labels_get(frame->labels, LABEL_PLAYER_TOPICS));
    xml_close(page, "a");
    xml_break(page);
}

static void add_bar(struct xml *page, const struct topics_frame *frame)
{
    const struct labels *labels = frame->labels;
    xml_open(page, "nav");
    xml_attribute(page, "id", "controls");
    xml_attribute(page, "aria-label", labels_get(labels, LABEL_PLAYER_CONTROLS));
    xml_open(page, "div");
    xml_attribute(page, "id", "bar");
    xml_break(page);
    add_button(page, "size", ICON_LARGER, labels_get(labels, LABEL_PLAYER_LARGER));
    add_button(page, "palette", ICON_COLORS, labels_get(labels, LABEL_PLAYER_COLORS));
    if (frame->languages->len > 1)
        add_button(page, "language", ICON_LANGUAGE, labels_get(labels, LABEL_PLAYER_LANGUAGE));
    add_topics_link(page, frame);
    add_button(page, "again", ICON_AGAIN, labels_get(labels, LABEL_PLAYER_START_AGAIN));
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
    xml_text(page, labels_get(frame->labels, LABEL_PLAYER_LANGUAGE));
    xml_close(page, "h2");
    xml_open(page, "div");
    xml_attribute(page, "class", "choices");
    topics_frame_add_languages(page, frame);
    xml_close(page, "div");
    xml_close(page, "dialog");
    xml_break(page);
}

/* The words stand there when it is opened (idle.js). */
static void add_idle_dialog(struct xml *page)
{
    xml_raw(page, "<dialog id=\"idle\" aria-labelledby=\"idle-question\" "
                  "aria-describedby=\"idle-sentence\">\n"
                  "<h2 id=\"idle-question\" class=\"question\"></h2>\n"
                  "<p id=\"idle-sentence\"><span class=\"before\"></span><strong class=\"number\">"
                  "</strong><span class=\"after\"></span></p>\n"
                  "<div class=\"left\" aria-hidden=\"true\"><div></div></div>\n"
                  "<button class=\"stay\" type=\"button\"></button>\n"
                  "<button class=\"leave\" type=\"button\">");
    topics_frame_add_icon(page, ICON_AGAIN);
    xml_raw(page, "<span class=\"words\"></span></button>\n"
                  "<p class=\"spoken unseen\" aria-live=\"assertive\"></p>\n</dialog>\n");
}

/* Words for scripts, which nothing in them can end. */
static void add_words(struct xml *page, const struct labels *labels)
{
    JsonBuilder *builder = json_new();
    json_open_object(builder, NULL);
    wording_add(builder, labels);
    json_close_object(builder);
    g_autofree char *json = json_finish(builder);
    GString *safe = g_string_new(json);
    g_string_replace(safe, "<", "\\u003c", 0);
    xml_open(page, "script");
    xml_attribute(page, "type", "application/json");
    xml_attribute(page, "id", "words");
    xml_raw(page, safe->str);
    xml_close(page, "script");
    xml_break(page);
    g_string_free(safe, TRUE);
}

char *topics_frame_finish(struct xml *page, const struct topics_frame *frame)
{
    static const char *const scripts[] = {"files.js", "idle.js", "parts.js", "topics.js"};
    xml_close(page, "main");
    xml_break(page);
    add_bar(page, frame);
    if (frame->languages->len > 1)
        add_language_dialog(page, frame);
    add_idle_dialog(page);
    add_words(page, frame->labels);
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        add_script(page, scripts[i]);
    xml_close(page, "body");
    xml_close(page, "html");
    return xml_finish(page);
}
