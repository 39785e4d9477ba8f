/*
 * Opens elements of a page: their names of places, their languages and directions.
 */
#include "export/html_parts.h"

#include "base/direction.h"
#include "export/html_class.h"

struct level *html_innermost(const struct html *html)
{
    return &g_array_index(html->levels, struct level, html->levels->len - 1);
}

/* As a browser finds it for dir="auto". */
static enum direction block_direction(const struct block *block)
{
    g_autofree char *words = block_words(block);
    enum direction direction = direction_of(words);
    for (guint i = 0; direction == DIRECTION_NONE && i < block->children->len; i++)
        direction = block_direction(block->children->pdata[i]);
    return direction;
}

/* What handouts' pages and those of a display call places of their own, which scripts and the
 * display's player look for. */
static bool is_taken(const char *name)
{
    static const char *const own[] = {
        "again",         "back",         "bar",
        "controls",      "cover",        "down",
        "formats",       "idle",         "idle-question",
        "idle-sentence", "languages",    "languages-name",
        "listen",        "listen-again", "listen-faster",
        "listen-louder", "listen-pause", "listen-slower",
        "listen-softer", "long-words",   "lost",
        "main",          "missing-name", "missing-page",
        "onward",        "palette",      "pills-name",
        "place",         "print",        "printing",
        "read",          "reading-name", "size",
        "speaking",      "speech",       "spine",
        "take",          "take-name",    "topics",
        "words",         NULL,
    };
    return g_strv_contains(own, name);
}

/* What a place in the document is called in the page; owned by the caller. No heading's name has a
 * stop in it. */
char *html_place_name(const struct html *html, const struct element *element)
{
    const char *anchors = html->setting->anchors;
    if (anchors)
        return g_strconcat(anchors, "-", element->anchor, NULL);
    return g_strconcat(element->anchor, is_taken(element->anchor) ? ".1" : "", NULL);
}

void html_open_inline(struct html *html, const struct element *element, const char *tag)
{
    struct level *level = html_innermost(html);
    g_autofree char *id = element->anchor ? html_place_name(html, element) : NULL;
    level->tag = tag;
    xml_open(html->xml, tag);
    xml_attribute(html->xml, "id", id);
    xml_attribute(html->xml, "lang", element->lang);
}

void html_open_block(struct html *html, const struct step *step, const char *tag)
{
    html_open_inline(html, step->element, tag);
    xml_attribute(html->xml, "class", html_class(step));
    html_innermost(html)->block = true;
}

/* True when the words of the block do not read as what they stand in. */
bool html_turns(const struct html *html, const struct block *block)
{
    enum direction direction = block_direction(block);
    return direction != DIRECTION_NONE && (direction == DIRECTION_RTL) != html_innermost(html)->rtl;
}

/* A block of words, which read their own way. */
void html_open_words(struct html *html, const struct step *step, const char *tag)
{
    struct level *level = html_innermost(html);
    bool turned = html_turns(html, step->block);
    html_open_block(html, step, tag);
    if (!turned)
        return;
    level->rtl = !level->rtl;
    xml_attribute(html->xml, "dir", level->rtl ? "rtl" : "ltr");
}
