/*
 * Boxes in rows, as site builders draw tables: no element says that they are one, and each becomes
 * a line of its own. They are known by their like: rows of one class with as many short boxes each,
 * or boxes of one class in columns, and figures in them.
 */
#include "import/html_parts.h"

#include <string.h>

/* [bytes without blanks] of a box in a row of data at most */
#define BOX_MOST 80

/* Boxes in columns that are more than a few cards. */
#define BOXES_LEAST 6

static bool is_box(const xmlNode *node)
{
    static const char *const names[] = {"div", "span", "p", NULL};
    const struct html_view *view = html_view(node);
    return html_is_one_of(node, names) && !view->holds_heading && view->letters <= BOX_MOST;
}

/* Figures, and no sentence, as in a card. */
static bool is_datum(const xmlNode *node)
{
    static const char *const stops[] = {".", "!", "?", "。", "।", "؟"};
    g_autofree char *words = html_words(node);
    for (size_t i = 0; i < G_N_ELEMENTS(stops); i++)
        if (g_str_has_suffix(words, stops[i]))
            return false;
    return strpbrk(words, "0123456789") != NULL;
}

/* How many boxes the node holds, if nothing else; 0: none such. */
static unsigned count_boxes(const xmlNode *node)
{
    unsigned boxes = 0;
    for (const xmlNode *n = node->children; n; n = n->next) {
        if (n->type == XML_COMMENT_NODE || xmlIsBlankNode((xmlNode *)n))
            continue;
        if (!is_box(n))
            return 0;
        boxes++;
    }
    return boxes;
}

/* The element behind it, if that is of its kind and class; NULL: it is not. */
static const xmlNode *next_alike(const xmlNode *node)
{
    const xmlNode *next = xmlNextElementSibling((xmlNode *)node);
    if (!html_is(next, (const char *)node->name))
        return NULL;
    g_autofree char *one = html_value(node, "class"), *other = html_value(next, "class");
    return g_strcmp0(one, other) == 0 ? next : NULL;
}

/* Rows from the node's first on with as many boxes each, the last of which is a datum in two. */
static bool starts_rows(const xmlNode *first)
{
    unsigned boxes = count_boxes(first), rows = 0, figures = 0;
    for (const xmlNode *row = first; boxes > 1 && row; row = next_alike(row)) {
        if (count_boxes(row) != boxes)
            break;
        rows++;
        figures += is_datum(xmlLastElementChild((xmlNode *)row));
    }
    return rows > 1 && figures > (html_sets_beside(first) ? 0U : 1U);
}

/* The same of the row above. */
static bool is_behind_alike(const xmlNode *node)
{
    const xmlNode *before = xmlPreviousElementSibling((xmlNode *)node);
    return before && next_alike(before) == node && count_boxes(before) == count_boxes(node);
}

/* Boxes set in columns by a style, or a class of Tailwind. */
static bool are_columns(const xmlNode *node)
{
    unsigned figures = 0;
    if (!html_sets_columns(node) || count_boxes(node) < BOXES_LEAST)
        return false;
    for (const xmlNode *n = xmlFirstElementChild((xmlNode *)node); n;
         n = xmlNextElementSibling((xmlNode *)n))
        figures += is_datum(n);
    return figures > 1;
}

bool html_start_rows(const xmlNode *node)
{
    return html_is(node, "div") &&
           (are_columns(node) || (!is_behind_alike(node) && starts_rows(node)));
}
