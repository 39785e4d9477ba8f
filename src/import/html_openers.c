/*
 * What opens what: a button, a link or a tab names the element that it opens by its id, or both
 * have one name of their builder's.
 */
#include "import/html_parts.h"

#include <string.h>

/* The id that an opener names, owned by the caller; NULL: none. */
static char *opened_id(const xmlNode *node)
{
    static const char *const attributes[] = {"aria-controls", "data-bs-target", "data-target",
                                             "href"};
    for (size_t i = 0; i < G_N_ELEMENTS(attributes); i++) {
        g_autofree char *value = html_value(node, attributes[i]);
        bool sign = value && *value == '#';
        if (value && value[sign] && (sign || i == 0))
            return g_strdup(value + sign);
    }
    return NULL;
}

/* What a tab and its panel are both called by Webflow, or by Divi ("et_pb_tab_0"); owned by the
 * caller; NULL: nothing. */
static char *shared_name(const xmlNode *node)
{
    static const char divi[] = "et_pb_tab_";
    g_autofree char *name = html_value(node, "data-w-tab"), *classes = html_value(node, "class");
    const char *at = classes ? strstr(classes, divi) : NULL;
    if (name)
        return g_strconcat("data-w-tab ", name, NULL);
    if (!at || !g_ascii_isdigit(at[strlen(divi)]))
        return NULL;
    return g_strndup(at, strcspn(at, " "));
}

static void name_node(GHashTable *named, xmlNode *node)
{
    char *id = html_value(node, "id"), *tab = html_is_panel(node) ? shared_name(node) : NULL;
    if (id && !g_hash_table_contains(named, id))
        g_hash_table_insert(named, g_steal_pointer(&id), node);
    if (tab)
        g_hash_table_replace(named, g_steal_pointer(&tab), node);
    g_free(id);
    g_free(tab);
}

static void tie(GHashTable *named, const xmlNode *opener, char *id)
{
    const xmlNode *opened = id ? g_hash_table_lookup(named, id) : NULL;
    if (opened && opened != opener && !html_view(opened)->opener) {
        html_view(opened)->opener = opener;
        html_view(opener)->opens = html_is(opener, "button") && html_is_block(opened) &&
                                   html_view(opened)->letters > 0 && !html_part_of(opened, 0);
    }
    g_free(id);
}

void html_find_openers(xmlNode *root)
{
    g_autoptr(GHashTable) named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (xmlNode *n = root; n; n = (xmlNode *)html_after(n, root, true))
        if (n->type == XML_ELEMENT_NODE && n->properties)
            name_node(named, n);
    for (const xmlNode *n = root; n; n = html_after(n, root, true)) {
        if (n->type != XML_ELEMENT_NODE || !n->properties)
            continue;
        tie(named, n, opened_id(n));
        if (!html_is_panel(n))
            tie(named, n, shared_name(n));
    }
    html_find_tabs(root, named);
}
