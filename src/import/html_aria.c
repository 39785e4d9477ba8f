/*
 * Tables that only their roles say are such: their elements get the names of what they are, so that
 * all that follows sees a table. Awkward: a role may stand anywhere, but means a cell only within a
 * table.
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

/* The name of the element that the role means, or NULL. */
static const char *name_of(const xmlNode *node)
{
    g_autofree char *role = html_value(node, "role");
    for (size_t i = 0; role && i < G_N_ELEMENTS(parts); i++)
        if (strcmp(parts[i].role, role) == 0)
            return parts[i].name;
    return NULL;
}

static bool is_in_table(const xmlNode *node)
{
    const xmlNode *n = node->parent;
    for (int i = 0; i < DEPTH_MOST && n; i++, n = n->parent)
        if (html_is(n, "table"))
            return true;
    return false;
}

void html_name_tables(xmlNode *root)
{
    for (const xmlNode *n = root; n; n = html_after(n, root, true)) {
        bool plain = n->properties && (html_is(n, "div") || html_is(n, "span"));
        const char *name = plain ? name_of(n) : NULL;
        if (name && (strcmp(name, "table") == 0 || is_in_table(n)))
            xmlNodeSetName((xmlNode *)n, (const xmlChar *)name);
    }
}
