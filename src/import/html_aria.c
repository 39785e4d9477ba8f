/*
 * Tables that only their roles or their styles say are such: their elements get the names of what
 * they are, so that all that follows sees a table. Awkward: a role may stand anywhere, but means a
 * cell only within a table; and styles of tables place things in the middle of others, so they mean
 * one only where there are rows with as many cells each.
 */
#include "import/html_parts.h"

#include <string.h>

/* Pages nest nothing that they mean deeper. */
#define DEPTH_MOST 12

static const struct {
    const char *role, *name;
} parts[] = {
    {"table", "table"},     {"grid", "table"},   {"row", "tr"},  {"rowgroup", "tbody"},
    {"columnheader", "th"}, {"rowheader", "th"}, {"cell", "td"}, {"gridcell", "td"},
};

/* What a style, without blanks, has the element be; a longer one stands before its beginning. */
static const struct {
    const char *style, *name;
} displays[] = {
    {"display:table-header-group", "thead"},
    {"display:table-row-group", "tbody"},
    {"display:table-row", "tr"},
    {"display:table-cell", "td"},
    {"display:table", "table"},
};

/* The name of the element that the role means, or NULL. */
static const char *role_of(const xmlNode *node)
{
    g_autofree char *role = html_value(node, "role");
    for (size_t i = 0; role && i < G_N_ELEMENTS(parts); i++)
        if (strcmp(parts[i].role, role) == 0)
            return parts[i].name;
    return NULL;
}

/* The same of its style. */
static const char *display_of(const xmlNode *node)
{
    g_autofree char *style = node->properties ? html_value(node, "style") : NULL;
    g_autofree char *plain = style ? html_plain_style(style) : NULL;
    for (size_t i = 0; plain && i < G_N_ELEMENTS(displays); i++)
        if (strstr(plain, displays[i].style))
            return displays[i].name;
    return NULL;
}

/* How many cells the row has, if nothing else; 0: it is none. */
static unsigned count_cells(const xmlNode *row)
{
    unsigned cells = 0;
    if (g_strcmp0(display_of(row), "tr") != 0)
        return 0;
    for (const xmlNode *n = xmlFirstElementChild((xmlNode *)row); n;
         n = xmlNextElementSibling((xmlNode *)n), cells++)
        if (g_strcmp0(display_of(n), "td") != 0)
            return 0;
    return cells;
}

/* Adds the rows straight below the node; false: they have not as many cells each, which go to
 * `*cells`. */
static bool add_rows(const xmlNode *node, unsigned *rows, unsigned *cells)
{
    for (const xmlNode *n = xmlFirstElementChild((xmlNode *)node); n;
         n = xmlNextElementSibling((xmlNode *)n)) {
        const char *display = display_of(n);
        bool group = display && display[0] == 't' && display[1] != 'r' && display[1] != 'd';
        if (group ? !add_rows(n, rows, cells) : count_cells(n) < 2)
            return false;
        if (group)
            continue;
        if (*rows > 0 && count_cells(n) != *cells)
            return false;
        *cells = count_cells(n);
        (*rows)++;
    }
    return true;
}

static bool looks_like_table(const xmlNode *node)
{
    unsigned rows = 0, cells = 0;
    return add_rows(node, &rows, &cells) && rows > 1;
}

static bool is_in_table(const xmlNode *node)
{
    const xmlNode *n = node->parent;
    for (int i = 0; i < DEPTH_MOST && n; i++, n = n->parent)
        if (html_is(n, "table"))
            return true;
    return false;
}

/* The name of the element that the node stands for, or NULL. */
static const char *name_of(const xmlNode *node)
{
    const char *role = role_of(node), *display = role ? NULL : display_of(node);
    const char *name = role ? role : display;
    if (!name)
        return NULL;
    if (strcmp(name, "table") == 0)
        return role || looks_like_table(node) ? name : NULL;
    if (!is_in_table(node))
        return NULL;
    return display && strcmp(name, "td") == 0 && html_is(node->parent->parent, "thead") ? "th"
                                                                                        : name;
}

void html_name_tables(xmlNode *root)
{
    static const char *const plain[] = {"div", "span", "p", "section", "ul", "ol", "li", NULL};
    for (const xmlNode *n = root; n; n = html_after(n, root, true)) {
        const char *name = n->type == XML_ELEMENT_NODE && n->properties && html_is_one_of(n, plain)
                               ? name_of(n)
                               : NULL;
        if (name)
            xmlNodeSetName((xmlNode *)n, (const xmlChar *)name);
    }
}
