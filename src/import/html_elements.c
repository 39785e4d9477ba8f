/*
 * The elements of a page as selectors see them, in its order: what a rule may ask of an element is
 * known before any is asked about, for some ask for what stands below or behind it.
 */
#include "import/html_css.h"

#include <string.h>

/* The numbers of the names that rules ask for. */
static struct css_element *new_element(GHashTable *names, const xmlNode *node)
{
    g_autofree char *class = node->properties ? html_value(node, "class") : NULL;
    g_autofree char *id = node->properties ? html_value(node, "id") : NULL;
    g_auto(GStrv) classes = g_strsplit_set(class ? class : "", " \t\r\n\f", -1);
    size_t most = g_strv_length(classes) + 2;
    struct css_element *element =
        g_malloc0(sizeof(struct css_element) + most * sizeof(element->names[0]));
    element->node = node;
    unsigned number = css_number(names, '<', (const char *)node->name, false);
    if (number)
        element->names[element->n++] = number;
    if (id && (number = css_number(names, '#', id, false)) > 0)
        element->names[element->n++] = number;
    for (char **name = classes; *name; name++)
        if (**name && (number = css_number(names, '.', *name, false)) > 0)
            element->names[element->n++] = number;
    return element;
}

/* `element` is the next child of its parent. */
static void tie(struct css_element *element, struct css_element *parent)
{
    element->parent = parent;
    element->place = 1;
    if (!parent)
        return;
    element->before = parent->last;
    element->place = ++parent->count;
    parent->last = element;
    for (int i = 0; i < CSS_WORDS; i++)
        element->above[i] = parent->above[i];
    for (unsigned i = 0; i < parent->n; i++)
        element->above[parent->names[i] / 64 % CSS_WORDS] |= (uint64_t)1 << parent->names[i] % 64;
}

static struct css_element *element_of(const xmlNode *node)
{
    return node && node->type == XML_ELEMENT_NODE ? node->_private : NULL;
}

GPtrArray *css_list_elements(xmlNode *root, GHashTable *names)
{
    GPtrArray *elements = g_ptr_array_new_with_free_func(g_free);
    for (xmlNode *n = root; n; n = (xmlNode *)html_after(n, root, true)) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        struct css_element *element = new_element(names, n);
        element->index = elements->len;
        tie(element, n == root ? NULL : element_of(n->parent));
        g_ptr_array_add(elements, element);
        n->_private = element;
    }
    for (guint i = elements->len; i > 0; i--) {
        struct css_element *element = elements->pdata[i - 1];
        element->end = MAX(element->end, element->index + 1);
        if (element->parent)
            ((struct css_element *)element->parent)->end = MAX(element->parent->end, element->end);
    }
    return elements;
}

void css_free_elements(GPtrArray *elements)
{
    for (guint i = 0; i < elements->len; i++) {
        struct css_element *element = elements->pdata[i];
        ((xmlNode *)element->node)->_private = NULL;
        g_clear_pointer(&element->values, g_hash_table_unref);
    }
    g_ptr_array_unref(elements);
}

/* All children of one parent at once. */
static void count_kinds(const struct css_element *parent)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    for (int pass = 0; pass < 2; pass++)
        for (struct css_element *at = parent->last; at; at = (struct css_element *)at->before) {
            char *name = (char *)at->node->name;
            int count = GPOINTER_TO_INT(g_hash_table_lookup(counts, name));
            if (pass == 0)
                at->kind_last = ++count;
            else
                at->kind_place = count + 1 - at->kind_last;
            g_hash_table_insert(counts, name, GINT_TO_POINTER(count));
        }
}

int css_place(const struct css_element *element, bool from_last, bool of_kind)
{
    if (!element->parent)
        return 1;
    if (of_kind && element->kind_last == 0)
        count_kinds(element->parent);
    if (of_kind)
        return from_last ? element->kind_last : element->kind_place;
    return from_last ? element->parent->count + 1 - element->place : element->place;
}
