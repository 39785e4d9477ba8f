/*
 * Values that a style names for others to use ("--dose: line-through"), and what uses them
 * ("text-decoration: var(--dose, none)"). Awkward: site builders name hundreds on each element, so
 * only those count that something with a meaning uses; and one may use others, even itself.
 */
#include "import/html_css.h"

#include <string.h>

/* Values that use others, which use others. */
#define DEPTH_MOST 8
/* What comes of them is no longer. [bytes] */
#define VALUE_MOST 1024

/* Goes to `used` with what the value uses. */
static void note_used(const char *value, GHashTable *used, GQueue *found)
{
    for (const char *at = strstr(value, "var("); at; at = strstr(at, "var(")) {
        at += strlen("var(");
        at += strspn(at, " \t\r\n");
        g_autofree char *name = g_strndup(at, strcspn(at, " \t\r\n,)"));
        if (g_hash_table_contains(used, name))
            continue;
        g_queue_push_tail(found, name);
        g_hash_table_add(used, g_steal_pointer(&name));
    }
}

static void note_body(const struct css_body *body, const char *name, GHashTable *used,
                      GQueue *found)
{
    for (guint i = 0; i < body->declarations->len; i++) {
        const struct css_declaration *one =
            &g_array_index(body->declarations, struct css_declaration, i);
        bool named = css_is_named(one);
        if (name ? named && strcmp(one->name, name) == 0 : !named)
            note_used(one->value, used, found);
    }
}

static void note_own(const xmlNode *root, GHashTable *used, GQueue *found)
{
    for (const xmlNode *n = root; n; n = html_after(n, root, true)) {
        g_autofree char *style =
            n->type == XML_ELEMENT_NODE && n->properties ? html_value(n, "style") : NULL;
        if (style)
            note_used(style, used, found);
    }
}

GHashTable *css_used_values(const GPtrArray *bodies, const xmlNode *root)
{
    GHashTable *used = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) naming = g_ptr_array_new();
    GQueue found = G_QUEUE_INIT;
    note_own(root, used, &found);
    for (guint i = 0; i < bodies->len; i++) {
        const struct css_body *body = bodies->pdata[i];
        note_body(body, NULL, used, &found);
        if (body->names)
            g_ptr_array_add(naming, bodies->pdata[i]);
    }
    for (const char *name = g_queue_pop_head(&found); name; name = g_queue_pop_head(&found))
        for (guint i = 0; i < naming->len; i++)
            note_body(naming->pdata[i], name, used, &found);
    return used;
}

/* The nearest of that name, lent; NULL: there is none. */
static const char *find_value(const struct css_values *values, const char *name)
{
    gpointer value;
    if (values->own && g_hash_table_lookup_extended(values->own, name, NULL, &value))
        return value;
    for (const struct css_element *at = values->around; at; at = at->parent)
        if (at->values && g_hash_table_lookup_extended(at->values, name, NULL, &value))
            return value;
    return NULL;
}

static char *resolve(const char *value, const struct css_values *values, int depth);

/* What the inside of "var(…)" stands for; owned by the caller; NULL: nothing. */
static char *use(const char *inside, const struct css_values *values, int depth)
{
    size_t length = css_length(inside, ",");
    g_autofree char *name = g_strstrip(g_strndup(inside, length));
    const char *value = find_value(values, name);
    char *found = value ? resolve(value, values, depth + 1) : NULL;
    return found || !inside[length] ? found : resolve(inside + length + 1, values, depth + 1);
}

static char *resolve(const char *value, const struct css_values *values, int depth)
{
    GString *all = g_string_new(NULL);
    bool known = depth <= DEPTH_MOST;
    for (const char *at = value; *at && known && all->len <= VALUE_MOST;) {
        size_t length = g_str_has_prefix(at, "var(") ? 0 : css_step(at);
        if (length > 0) {
            g_string_append_len(all, at, (gssize)length);
            at += length;
            continue;
        }
        at += strlen("var(");
        length = css_length(at, ")");
        g_autofree char *inside = g_strndup(at, length);
        g_autofree char *one = use(inside, values, depth);
        known = one != NULL;
        g_string_append(all, one ? one : "");
        at += length + (at[length] != '\0');
    }
    return g_string_free(all, !known);
}

char *css_resolve(const char *value, const struct css_values *values)
{
    return strstr(value, "var(") ? resolve(value, values, 0) : g_strdup(value);
}

void css_name_value(struct css_values *values, const char *name, const char *value)
{
    if (!values->own)
        values->own = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    bool none = g_ascii_strcasecmp(value, "initial") == 0;
    g_hash_table_replace(values->own, g_strdup(name), none ? NULL : g_strdup(value));
}

void css_settle_values(const struct css_values *values)
{
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, values->own);
    while (g_hash_table_iter_next(&iter, NULL, &value))
        if (value && strstr(value, "var("))
            g_hash_table_iter_replace(&iter, css_resolve(value, values));
}
