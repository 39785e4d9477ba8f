/*
 * Rules of the style sheets within a page: what they are said of, and in which order they hold.
 * Selectors may ask for tags, classes and ids, also below others; rules that ask for more (what
 * stands before, what a pointer does, other attributes) are passed over, and those within "@media",
 * which are for some screens only.
 */
#include "import/html_parts.h"

#include <string.h>

/* An element may be so far below what a selector asks for. */
#define CLIMB_MOST 64

/* "span.c2#a": NULL, or no names, where it asks for none. */
struct compound {
    char *tag, *id, **classes;
};

static void compound_clear(gpointer data)
{
    struct compound *compound = data;
    g_free(compound->tag);
    g_free(compound->id);
    g_strfreev(compound->classes);
}

static void rule_free(gpointer data)
{
    struct html_rule *rule = data;
    g_array_unref(rule->compounds);
    g_free(rule->body);
    g_free(rule->meaning);
    g_free(rule);
}

/* False: it asks for more than names. */
static bool add_compound(GArray *compounds, const char *text)
{
    size_t length = strcspn(text, ".#");
    struct compound compound = {.tag = length > 0 ? g_ascii_strdown(text, (gssize)length) : NULL};
    g_autoptr(GPtrArray) classes = g_ptr_array_new_with_free_func(g_free);
    bool known = !text[strcspn(text, ":+~[*()\\")];
    for (const char *at = text + length; *at && known; at += 1 + length) {
        length = strcspn(at + 1, ".#");
        known = length > 0;
        if (*at == '.')
            g_ptr_array_add(classes, g_strndup(at + 1, length));
        else {
            g_free(compound.id);
            compound.id = g_strndup(at + 1, length);
        }
    }
    g_ptr_array_add(classes, NULL);
    compound.classes = (char **)g_ptr_array_steal(classes, NULL);
    g_array_append_val(compounds, compound);
    return known;
}

/* Takes ":before" or "::after" from the selector. */
static enum html_place take_place(char *selector)
{
    static const struct {
        const char *name;
        enum html_place place;
    } names[] = {{":before", HTML_BEFORE}, {":marker", HTML_BEFORE}, {":after", HTML_BEHIND}};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (!g_str_has_suffix(selector, names[i].name))
            continue;
        selector[strlen(selector) - strlen(names[i].name)] = '\0';
        if (g_str_has_suffix(selector, ":"))
            selector[strlen(selector) - 1] = '\0';
        return names[i].place;
    }
    return HTML_ITSELF;
}

static unsigned weigh(const GArray *compounds)
{
    unsigned weight = 0;
    for (guint i = 0; i < compounds->len; i++) {
        const struct compound *compound = &g_array_index(compounds, struct compound, i);
        weight += (compound->id ? 10000 : 0) + (compound->tag ? 1 : 0) +
                  100 * g_strv_length(compound->classes);
    }
    return weight;
}

/* What an element has to have for the rule to be looked at: a class, an id or its tag. */
static char *key_of(const GArray *compounds)
{
    const struct compound *last = &g_array_index(compounds, struct compound, compounds->len - 1);
    if (*last->classes)
        return g_strconcat(".", *last->classes, NULL);
    return last->id ? g_strconcat("#", last->id, NULL) : g_strdup(last->tag);
}

static void add_rule(struct html_rules *rules, char *selector, const char *body)
{
    struct html_rule *rule = g_new0(struct html_rule, 1);
    rule->order = rules->n++;
    rule->place = take_place(selector);
    rule->compounds = g_array_new(FALSE, FALSE, sizeof(struct compound));
    g_array_set_clear_func(rule->compounds, compound_clear);
    rule->body = g_strdup(body);
    g_auto(GStrv) parts = g_strsplit_set(selector, " \t\r\n\f>", -1);
    bool known = true;
    for (char **part = parts; *part && known; part++)
        known = !**part || add_compound(rule->compounds, *part);
    g_autofree char *key = known && rule->compounds->len > 0 ? key_of(rule->compounds) : NULL;
    if (!key) {
        g_ptr_array_add(rules->unread, g_strdup(body));
        rule_free(rule);
        return;
    }
    rule->weight = weigh(rule->compounds);
    const struct compound *last = &g_array_index(rule->compounds, struct compound, 0);
    rule->of_class = rule->compounds->len == 1 && !last->id && g_strv_length(last->classes) == 1;
    GPtrArray *others = g_hash_table_lookup(rules->by_name, key);
    if (!others) {
        others = g_ptr_array_new_with_free_func(rule_free);
        g_hash_table_insert(rules->by_name, g_strdup(key), others);
    }
    g_ptr_array_add(others, rule);
}

static void add_rules(struct html_rules *rules, const char *selectors, size_t length,
                      const char *body)
{
    g_autofree char *list = g_strndup(selectors, length);
    g_auto(GStrv) each = g_strsplit(list, ",", -1);
    for (char **selector = each; *selector; selector++)
        add_rule(rules, g_strstrip(*selector), body);
}

/* The brace of "@media" is not closed by those of the rules in it, so they are passed over with
 * it. */
void html_read_rules(struct html_rules *rules, const char *sheet, bool (*wants)(const char *body))
{
    int inside = 0; /* braces of "@media" and its like */
    for (const char *at = sheet, *open; (open = strpbrk(at, "{}")) != NULL;) {
        if (*open == '}') {
            inside = MAX(inside - 1, 0);
            at = open + 1;
            continue;
        }
        const char *close = strpbrk(open + 1, "{}");
        size_t before = (size_t)(open - at);
        if (close && *close == '{') {
            inside++;
            at = open + 1;
            continue;
        }
        size_t length = close ? (size_t)(close - open - 1) : strlen(open + 1);
        g_autofree char *body = g_strndup(open + 1, length);
        const char *end;
        while (before > 0 && (end = memchr(at, ';', before)) != NULL) { /* "@import …;" */
            before -= (size_t)(end + 1 - at);
            at = end + 1;
        }
        if (inside == 0 && wants(body))
            add_rules(rules, at, before, body);
        at = close ? close + 1 : open + 1 + length;
    }
}

struct html_rules *html_new_rules(void)
{
    struct html_rules *rules = g_new0(struct html_rules, 1);
    rules->unread = g_ptr_array_new_with_free_func(g_free);
    rules->by_name =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    return rules;
}

void html_free_rules(struct html_rules *rules)
{
    g_hash_table_unref(rules->by_name);
    g_ptr_array_unref(rules->unread);
    g_free(rules);
}

static bool has_names(const struct compound *compound, const xmlNode *node)
{
    if (compound->tag && !html_is(node, compound->tag))
        return false;
    g_autofree char *id = compound->id ? html_value(node, "id") : NULL;
    if (compound->id && g_strcmp0(id, compound->id) != 0)
        return false;
    g_autofree char *value = *compound->classes ? html_value(node, "class") : NULL;
    g_auto(GStrv) names = g_strsplit_set(value ? value : "", " \t\r\n", -1);
    for (char **class = compound->classes; *class; class ++)
        if (!g_strv_contains((const char *const *)names, *class))
            return false;
    return true;
}

static bool fits(const struct html_rule *rule, const xmlNode *node)
{
    guint left = rule->compounds->len;
    if (!has_names(&g_array_index(rule->compounds, struct compound, left - 1), node))
        return false;
    left--;
    node = node->parent;
    for (int i = 0; left > 0 && i < CLIMB_MOST && node && node->type == XML_ELEMENT_NODE; i++) {
        left -= has_names(&g_array_index(rule->compounds, struct compound, left - 1), node);
        node = node->parent;
    }
    return left == 0;
}

static void add_fitting(const struct html_rules *rules, const char *key, const xmlNode *node,
                        GPtrArray *found)
{
    const GPtrArray *some = g_hash_table_lookup(rules->by_name, key);
    for (guint i = 0; some && i < some->len; i++)
        if (fits(some->pdata[i], node))
            g_ptr_array_add(found, some->pdata[i]);
}

static int by_weight(const void *one, const void *other)
{
    const struct html_rule *a = *(const struct html_rule *const *)one;
    const struct html_rule *b = *(const struct html_rule *const *)other;
    if (a->weight != b->weight)
        return a->weight > b->weight ? 1 : -1;
    return (a->order > b->order) - (a->order < b->order);
}

GPtrArray *html_find_rules(const struct html_rules *rules, const xmlNode *node)
{
    GPtrArray *found = g_ptr_array_new();
    add_fitting(rules, (const char *)node->name, node, found);
    g_autofree char *value = node->properties ? html_value(node, "class") : NULL;
    g_autofree char *id = node->properties ? html_value(node, "id") : NULL;
    g_autofree char *by_id = id ? g_strconcat("#", id, NULL) : NULL;
    if (by_id)
        add_fitting(rules, by_id, node, found);
    g_auto(GStrv) names = g_strsplit_set(value ? value : "", " \t\r\n", -1);
    for (char **name = names; *name; name++) {
        g_autofree char *by_class = g_strconcat(".", *name, NULL);
        add_fitting(rules, by_class, node, found);
    }
    if (found->len > 1)
        qsort(found->pdata, found->len, sizeof(gpointer), by_weight);
    return found;
}
