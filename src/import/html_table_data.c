/*
 * Which tables of a page are data: where nothing but words, their marks, and fields stand in the
 * cells. All others only place things. Awkward: names of columns say for sure that one is data,
 * whatever signs stand in its lines.
 */
#include "import/html_parts.h"

#include <string.h>

/* True for something between the cells, which no cell would say. */
static bool is_out_of_place(const xmlNode *node)
{
    static const char *const outer[] = {"table", "tr", "tbody", "thead", "tfoot", "colgroup", NULL};
    static const char *const own[] = {"tr", "tbody", "thead", "tfoot", "colgroup", "col", NULL};
    const xmlNode *parent = node->parent;
    bool text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
    if (html_is(node, "td") || html_is(node, "th"))
        return !html_is(parent, "tr");
    if (html_is(node, "caption"))
        return !html_is(parent, "table");
    if (!html_is_one_of(parent, outer))
        return html_is_one_of(node, own);
    if (text)
        return node->content && node->content[strspn((const char *)node->content, " \t\r\n\f")];
    return node->type == XML_ELEMENT_NODE && !html_is_one_of(node, own) &&
           (node->children || html_is(node, "img"));
}

/* Names of its own, and not of a table within. */
static bool has_names(const xmlNode *table)
{
    for (const xmlNode *n = table; n; n = html_after(n, table, n == table || !html_is(n, "table")))
        if (html_is(n, "th"))
            return true;
    return false;
}

/* Fields, buttons, drawings, other tables, and what is hidden, say nothing of what a table is. */
static bool is_beside(const xmlNode *node)
{
    static const char *const names[] = {"input", "label", "svg",   "button", "select",
                                        "tr",    "td",    "table", NULL};
    return html_is_one_of(node, names) || !html_is_block(node);
}

static bool is_word(const xmlNode *node)
{
    static const char *const own[] = {
        "tr",  "td",     "th",     "tbody", "thead", "tfoot", "caption", "colgroup", "col",
        "p",   "div",    "br",     "ul",    "ol",    "li",    "span",    "a",        "img",
        "b",   "strong", "em",     "i",     "u",     "sup",   "sub",     "small",    "del",
        "ins", "s",      "strike", "abbr",  "code",  "font",  "q",       "mark",     "time",
        "kbd", "cite",   "big",    "wbr",   "bdi",   NULL};
    return html_is_one_of(node, own) && !html_part_of(node, 0);
}

/* A row, some of them, or a cell that the page does not show: the others are as they are. */
static bool is_unseen_part(const xmlNode *node)
{
    static const char *const parts[] = {"tr",    "td",    "th",      "tbody",
                                        "thead", "tfoot", "caption", NULL};
    const struct html_part *part = html_is_one_of(node, parts) ? html_part_of(node, 0) : NULL;
    return part && strcmp(part->why, html_unseen.why) == 0;
}

bool html_is_data(const xmlNode *table)
{
    bool named = has_names(table), down = true;
    if (html_value_is(table, "role", "presentation") || html_value_is(table, "role", "none"))
        return false;
    for (const xmlNode *n = html_after(table, table, true); n; n = html_after(n, table, down)) {
        bool element = n->type == XML_ELEMENT_NODE;
        bool word = !element || is_word(n) || is_unseen_part(n);
        down = word || !html_part_of(n, 0);
        if (is_out_of_place(n) || (element && html_is_hidden_heading(n)) ||
            (!word && !(named && is_beside(n))))
            return false;
    }
    return true;
}
