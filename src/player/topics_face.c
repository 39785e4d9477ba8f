/*
 * Drawings of our own, on a square of 24 units. They have a size of their own, which the style
 * sheets change: without those a drawing would be as wide as the window and leave no room for
 * words.
 */
#include "player/topics_face.h"

#include "base/lang.h"

#include <glib.h>
#include <stdbool.h>

static const char *const outlines[] = {
    [ICON_BACK] = "M15.5 4 7.5 12l8 8 2-2-6-6 6-6z",
    [ICON_NEXT] = "m8.5 4 8 8-8 8-2-2 6-6-6-6z",
    [ICON_PRINT] = "M6 2h12v5H6zM3 8h18v9h-3v-4H6v4H3zM8 15h8v7H8z",
    [ICON_LARGER] = "m15 4 7 16h-2.6l-1.7-4h-5.4l-1.7 4H8zm0 4.6L12.2 14h5.6zM5 10l4 10H7.2l-1-"
                    "2.6H3.8l-1 2.6H1zm0 3.2-1 2.7h2z",
    [ICON_COLORS] = "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zm0 2.5v15a7.5 7.5 0 0 0 0-15z",
    [ICON_LANGUAGE] = "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM4.3 11h3.3a16 16 0 0 1 1.5-6.2A8 "
                      "8 0 0 0 4.3 11zm0 2a8 8 0 0 0 4.8 6.2A16 16 0 0 1 7.6 "
                      "13zm5.3-2h4.8c-.2-3.3-1.3-6.4-2.4-7-1.1.6-2.2 3.7-2.4 7zm0 2c.2 3.3 1.3 "
                      "6.4 2.4 7 1.1-.6 2.2-3.7 2.4-7zm10.1 0h-3.3a16 16 0 0 1-1.5 6.2A8 8 0 0 0 "
                      "19.7 13zm0-2a8 8 0 0 0-4.8-6.2 16 16 0 0 1 1.5 6.2z",
    [ICON_TOPICS] = "M3 3h8v8H3zM13 3h8v8h-8zM3 13h8v8H3zM13 13h8v8h-8z",
    [ICON_AGAIN] = "M5 3v4.1A9 9 0 1 1 3 12h2.5A6.5 6.5 0 1 0 7 8.2h3.5V10.7H2.5V3z",
    [ICON_LISTEN] =
        "M3 9v6h4l6 5V4L7 9zM15.5 8a5 5 0 0 1 0 8zM15.5 3.2a10 10 0 0 1 0 17.6v-2.4a7.6 "
        "7.6 0 0 0 0-12.8z",
    [ICON_STOP] = "M5 5h14v14H5z",
    [ICON_PAUSE] = "M6 4h4v16H6zM14 4h4v16h-4z",
    [ICON_REPEAT] = "M12 4V.5L6.5 5.5l5.5 5V7a6 6 0 1 1-6 6H3a9 9 0 1 0 9-9z",
    [ICON_SLOWER] = "M11 4v16L1 12zM22 4v16l-10-8z",
    [ICON_FASTER] = "M13 4v16l10-8zM2 4v16l10-8z",
    [ICON_SOFTER] = "M4 10.5h16v3H4z",
    [ICON_LOUDER] = "M10.5 4h3v6.5H20v3h-6.5V20h-3v-6.5H4v-3h6.5z",
    [ICON_TOUCH] = "M8.2 3.8a1.9 1.9 0 0 1 3.8 0V10l6 1.2a2.6 2.6 0 0 1 2 2.9l-.7 4.6a4 4 0 0 "
                   "1-4 3.3h-3.8a4 4 0 0 1-3.2-1.6l-4.6-6.2a1.7 1.7 0 0 1 2.5-2.2l2 1.8z",
    [ICON_LOWER] = "M10.5 2h3v9.5H18L12 18l-6-6.5h4.5zM4 19.5h16V22H4z",
    [ICON_LIST] = "M3 4.5h3v3H3zM8.5 4.5H21v3H8.5zM3 10.5h3v3H3zM8.5 10.5H21v3H8.5zM3 "
                  "16.5h3v3H3zM8.5 16.5H21v3H8.5z",
    [ICON_NOTE] = "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zm-1.4 3.6v2.8h2.8V5.6zm0 "
                  "4.6v8.2h2.8v-8.2z",
    [ICON_CALL] = "M3 4.5 5.5 2.5h3.2l1.7 5-2.6 2a13 13 0 0 0 6.3 6.3l2-2.6 5 1.7v3.2L19 "
                  "20.9C10.5 21.5 2.5 13.5 3 4.5z",
    [ICON_DOWN] = "m4 8.5 8 8 8-8-2-2-6 6-6-6z"};

void topics_face_add_icon(struct xml *page, enum icon icon)
{
    bool turns = icon == ICON_BACK || icon == ICON_NEXT || icon == ICON_AGAIN;
    xml_open(page, "svg");
    xml_attribute(page, "class", turns ? "turns" : NULL);
    xml_attribute(page, "viewBox", "0 0 24 24");
    xml_attribute(page, "width", "24");
    xml_attribute(page, "height", "24");
    xml_attribute(page, "aria-hidden", "true");
    xml_open(page, "path");
    xml_attribute(page, "fill-rule", "evenodd");
    xml_attribute(page, "d", outlines[icon]);
    xml_close(page, "path");
    xml_close(page, "svg");
}

struct face_words face_words(const struct labels *labels, enum label label, const char *around)
{
    return (struct face_words){labels, label, around, NULL};
}

static void add_lang(struct xml *page, const char *lang)
{
    xml_attribute(page, "lang", lang);
    xml_attribute(page, "dir", lang_is_rtl(lang) ? "rtl" : "ltr");
}

void topics_face_mark(struct xml *page, struct face_words words)
{
    const char *own = labels_lang_of(words.labels, words.label);
    if (!lang_same(own, words.around))
        add_lang(page, own);
}

void topics_face_name(struct xml *page, const char *id, const char *text, const char *lang,
                      const char *around)
{
    if (lang_same(lang, around)) {
        xml_attribute(page, "aria-label", text);
        return;
    }
    xml_attribute(page, "aria-labelledby", id);
    xml_open(page, "span");
    xml_attribute(page, "id", id);
    add_lang(page, lang);
    xml_attribute(page, "hidden", "");
    xml_text(page, text);
    xml_close(page, "span");
}

void topics_face_add_words(struct xml *page, const char *element, const char *class,
                           struct face_words words)
{
    xml_open(page, element);
    xml_attribute(page, "class", class);
    topics_face_mark(page, words);
    xml_text(page, words.text ? words.text : labels_get(words.labels, words.label));
    xml_close(page, element);
}

void topics_face_add_face(struct xml *page, enum icon icon, struct face_words words)
{
    topics_face_add_icon(page, icon);
    topics_face_add_words(page, "span", "words", words);
}

void topics_face_add_button(struct xml *page, const char *id, enum icon icon,
                            struct face_words words)
{
    xml_open(page, "button");
    xml_attribute(page, "type", "button");
    xml_attribute(page, "id", id);
    topics_face_add_face(page, icon, words);
    xml_close(page, "button");
    xml_break(page);
}

void topics_face_add_json(struct xml *page, const char *id, char *json)
{
    GString *safe = g_string_new(json);
    g_free(json);
    g_string_replace(safe, "<", "\\u003c", 0);
    xml_open(page, "script");
    xml_attribute(page, "type", "application/json");
    xml_attribute(page, "id", id);
    xml_raw(page, safe->str);
    xml_close(page, "script");
    xml_break(page);
    g_string_free(safe, TRUE);
}
