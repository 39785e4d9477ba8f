/*
 * Rules of the style sheets within a page, and which of them an element has. Awkward: a page of a
 * site builder has thousands of rules and of elements, so a rule is looked at only for elements
 * with a name that it asks for, and only below the names that it asks for above.
 */
#include "import/html_css.h"

#include <string.h>

/* Elements that all rules of a page may look at about others, more than any page asks for. */
#define LOOKS_MOST 2000000

struct css_rules {
    GHashTable *names, *layers; /* numbers of names, and of layers */
    GPtrArray *by_name;         /* by the number of the name, of GPtrArray * or NULL */
    GPtrArray *bodies;
    struct css_page page;
    unsigned n;
};

static void rule_free(gpointer data)
{
    struct css_rule *rule = data;
    css_clear_selector(&rule->selector);
    g_free(rule);
}

static void body_free(gpointer data)
{
    struct css_body *body = data;
    g_array_unref(body->declarations);
    g_free(body);
}

static void others_free(gpointer data)
{
    if (data)
        g_ptr_array_unref(data);
}

struct css_rules *css_new_rules(void)
{
    struct css_rules *rules = g_new0(struct css_rules, 1);
    rules->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    rules->layers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    rules->by_name = g_ptr_array_new_with_free_func(others_free);
    rules->bodies = g_ptr_array_new_with_free_func(body_free);
    return rules;
}

void css_free_rules(struct css_rules *rules)
{
    if (rules->page.elements)
        css_free_elements(rules->page.elements);
    g_ptr_array_unref(rules->by_name);
    g_ptr_array_unref(rules->bodies);
    g_hash_table_unref(rules->layers);
    g_hash_table_unref(rules->names);
    g_free(rules);
}

static void add_rule(struct css_rules *rules, const char *selector, struct css_body *body,
                     const struct css_block *block)
{
    struct css_rule *rule = g_new0(struct css_rule, 1);
    *rule = (struct css_rule){
        .body = body, .layer = block->layer, .truth = block->truth, .order = rules->n++};
    if (!css_read_selector(&rule->selector, selector, rules->names)) {
        rule_free(rule);
        return;
    }
    unsigned key = rule->selector.key;
    if (key >= rules->by_name->len)
        g_ptr_array_set_size(rules->by_name, (gint)key + 1);
    if (!rules->by_name->pdata[key])
        rules->by_name->pdata[key] = g_ptr_array_new_with_free_func(rule_free);
    g_ptr_array_add(rules->by_name->pdata[key], rule);
}

static void take(const struct css_block *block, void *data)
{
    struct css_rules *rules = data;
    GArray *declarations = css_declarations(block->body, false);
    if (declarations->len == 0) {
        g_array_unref(declarations);
        return;
    }
    struct css_body *body = g_new0(struct css_body, 1);
    body->declarations = declarations;
    for (guint i = 0; i < declarations->len; i++)
        body->names |= css_is_named(&g_array_index(declarations, struct css_declaration, i));
    g_ptr_array_add(rules->bodies, body);
    for (const char *p = block->selectors; *p;) {
        size_t length = css_length(p, ",");
        g_autofree char *one = g_strstrip(g_strndup(p, length));
        add_rule(rules, one, body, block);
        p += length + (p[length] == ',');
    }
}

void css_add_sheet(struct css_rules *rules, const char *sheet)
{
    g_autofree char *plain = g_strdup(sheet);
    css_blank_comments(plain);
    css_read(plain, rules->layers, take, rules);
}

/* Most values that builders name say nothing here. */
static void drop_idle(struct css_body *body, GHashTable *used)
{
    for (guint i = body->names ? body->declarations->len : 0; i > 0; i--) {
        const struct css_declaration *one =
            &g_array_index(body->declarations, struct css_declaration, i - 1);
        if (css_is_named(one) && !g_hash_table_contains(used, one->name))
            g_array_remove_index(body->declarations, i - 1);
    }
}

void css_enter(struct css_rules *rules, xmlNode *root)
{
    rules->page.elements = css_list_elements(root, rules->names);
    rules->page.left = LOOKS_MOST;
    g_autoptr(GHashTable) used = css_used_values(rules->bodies, root);
    for (guint i = 0; i < rules->bodies->len; i++)
        drop_idle(rules->bodies->pdata[i], used);
}

static void add_fitting(struct css_rules *rules, unsigned key, const struct css_element *element,
                        GArray *found)
{
    const GPtrArray *some = key < rules->by_name->len ? rules->by_name->pdata[key] : NULL;
    for (guint i = 0; some && i < some->len; i++) {
        struct css_rule *rule = some->pdata[i];
        struct css_match match = {rule, css_fits(&rules->page, &rule->selector, element)};
        match.truth = MIN(match.truth, rule->truth);
        if (match.truth != CSS_NO)
            g_array_append_val(found, match);
    }
}

static int by_weight(const void *one, const void *other)
{
    const struct css_rule *a = ((const struct css_match *)one)->rule;
    const struct css_rule *b = ((const struct css_match *)other)->rule;
    if (a->layer != b->layer)
        return a->layer > b->layer ? 1 : -1;
    if (a->selector.weight != b->selector.weight)
        return a->selector.weight > b->selector.weight ? 1 : -1;
    return (a->order > b->order) - (a->order < b->order);
}

void css_find(struct css_rules *rules, const xmlNode *node, GArray *found)
{
    const struct css_element *element = node->_private;
    g_array_set_size(found, 0);
    add_fitting(rules, 0, element, found);
    for (unsigned i = 0; i < element->n; i++)
        add_fitting(rules, element->names[i], element, found);
    if (found->len > 1)
        qsort(found->data, found->len, sizeof(struct css_match), by_weight);
}
