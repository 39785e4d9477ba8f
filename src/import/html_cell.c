/*
 * The words of a cell of a table, with their marks: blocks and items in it become lines.
 */
#include "import/html_parts.h"

/* The words name a column of the table. */
static bool names_column(const xmlNode *node, const char *words)
{
    while (node && !html_is(node, "table"))
        node = node->parent;
    const xmlNode *row = node;
    while (row && !html_is(row, "tr"))
        row = xmlFirstElementChild((xmlNode *)row);
    for (const xmlNode *n = row ? row->children : NULL; n; n = n->next) {
        g_autofree char *name = n->type == XML_ELEMENT_NODE ? html_words(n) : NULL;
        if (name && *name && g_str_has_prefix(words, name))
            return true;
    }
    return false;
}

/* The name of the column once more, for narrow displays: not a sign that no one is to hear. */
static bool is_twice(const xmlNode *node)
{
    if (!html_is(node, "span") || !html_value_is(node, "aria-hidden", "true"))
        return false;
    g_autofree char *words = html_words(node);
    return names_column(node, words);
}

static void drop_twice(struct walk *w, const xmlNode *node)
{
    g_autofree char *words = html_words(node);
    html_drop(w, node, words, "said once more for another display");
}

/* What stands in a cell and is none of its words is listed; false: it is one. */
static bool drop_part(struct walk *w, struct ink *ink, const xmlNode *node)
{
    const struct html_part *part = html_is(node, "input") ? NULL : html_part_of(node, 0);
    if (html_is(node, "input"))
        html_read_box(w, ink, node);
    if (part && html_says_sign(node, part)) {
        html_note(w, "", HTML_HEARD);
        return false;
    }
    if (!part)
        return false;
    g_autofree char *words = html_words(node);
    g_autofree char *tag = g_strdup_printf("<%s>", (const char *)node->name);
    html_drop(w, node, *words ? words : tag, part->why);
    return true;
}

static void enter_words(struct walk *w, struct ink *ink, const xmlNode *node)
{
    ink_seam(ink);
    html_look_enter(&w->look, node);
    html_enter_link(w, node);
    html_note_sign(w, ink, node);
    html_note_strike(w, node);
}

static void leave_words(struct walk *w, struct ink *ink, const xmlNode *node)
{
    if (node->type != XML_ELEMENT_NODE)
        return;
    html_look_leave(&w->look, node);
    ink_seam(ink);
}

/* The first block of an item, which stands behind its sign. */
static bool begins_item(const xmlNode *node)
{
    const xmlNode *before = node->prev;
    while (before && xmlIsBlankNode((xmlNode *)before))
        before = before->prev;
    return html_is(node->parent, "li") && !before && !html_is(node, "ul") && !html_is(node, "ol");
}

static void add_marker(struct ink *ink, const xmlNode *item)
{
    int number = html_item_number(item);
    g_autofree char *sign = number > 0 ? g_strdup_printf("%d. ", number) : g_strdup("• ");
    ink_add(ink, sign, (struct ink_look){0});
}

/* A cell of a table within the cell: it stands on the line of its row. */
static bool is_inner_cell(const xmlNode *node)
{
    return html_is(node, "td") || html_is(node, "th");
}

static void part_cells(struct ink *ink, const xmlNode *inner)
{
    if (xmlPreviousElementSibling((xmlNode *)inner))
        ink_add(ink, " | ", (struct ink_look){0});
}

struct html_cell html_read_cell(struct walk *w, struct ink *ink, const xmlNode *cell)
{
    struct html_cell found = {0};
    for (const xmlNode *n = cell->children, *next; n; n = next) {
        bool element = n->type == XML_ELEMENT_NODE;
        if (element && html_is_block(n) && !begins_item(n) && !is_inner_cell(n))
            ink_break(ink);
        if (element && html_is(n, "li")) {
            found.listed = true;
            add_marker(ink, n);
        }
        if (element && html_is(n, "table"))
            found.tabled = true;
        if (element && is_inner_cell(n))
            part_cells(ink, n);
        if (element) {
            enter_words(w, ink, n);
            found.coloured |= html_colour_means(n);
        }
        bool whole = element && (html_read_note_link(w, ink, n) || drop_part(w, ink, n));
        if (html_is(n, "br"))
            ink_break(ink);
        else if (html_is(n, "img"))
            html_read_picture(w, ink, n);
        else if (!element && n->type != XML_COMMENT_NODE && n->content) {
            html_note_text(w, n);
            ink_add(ink, (const char *)n->content, html_look_now(&w->look, false));
        }
        if (element && is_twice(n))
            drop_twice(w, n);
        else if (element && n->children && !whole) {
            next = n->children;
            continue;
        }
        while (n != cell && !n->next) {
            leave_words(w, ink, n);
            n = n->parent;
        }
        if (n != cell)
            leave_words(w, ink, n);
        next = n == cell ? NULL : n->next;
    }
    return found;
}
