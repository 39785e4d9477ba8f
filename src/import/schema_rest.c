/*
 * What a page says for machines and nobody took: numbers, hours and streets of somebody who may not
 * be the clinic. They stand in no text that people see, so they are listed.
 */
#include "content/telephone.h"
#include "import/schema.h"

#include <string.h>

#define WHY_UNSAID "said for machines alone, of something that may not be the clinic"

/* The page's own text is searched for so many values; what is behind them is listed unsearched. */
#define SEARCHED 100

/* What two spellings of one value share; owned by the caller. */
static char *key_of(const char *value)
{
    g_autofree char *bare = schema_bare(value);
    return telephone_is(bare) ? telephone_digits(bare) : g_steal_pointer(&bare);
}

static void add_taken(GHashTable *taken, const GPtrArray *facts)
{
    for (guint i = 0; i < facts->len; i++) {
        const struct found *found = facts->pdata[i];
        const char *behind = strstr(found->line->text, ": "); /* schema_quote */
        g_hash_table_add(taken, key_of(behind ? behind + strlen(": ") : found->line->text));
        if (found->value)
            g_hash_table_add(taken, key_of(found->value));
    }
}

/* The values of facts, as keys (of char *, owned); owned by the caller. */
static GHashTable *find_taken(const struct source *source)
{
    GHashTable *taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    add_taken(taken, source->found);
    for (guint i = 0; i < source->places->len; i++)
        add_taken(taken, source->places->pdata[i]);
    return taken;
}

static bool is_shown(const struct source *source, const char *value)
{
    for (guint i = 0; i < source->lines->len; i++)
        if (strstr(((const struct input_line *)source->lines->pdata[i])->text, value))
            return true;
    return false;
}

/* What leads to the thing that has the value; owned by the caller. */
static char *prefix_of(const struct schema_leaf *leaf)
{
    const char *dot = strrchr(leaf->path, '.');
    while (dot && dot > leaf->path && dot[1] && dot[1 + strspn(dot + 1, "0123456789")] == '\0')
        dot = g_strrstr_len(leaf->path, dot - leaf->path, ".");
    return dot ? g_strndup(leaf->path, (gsize)(dot + 1 - leaf->path)) : g_strdup("");
}

/* What the leaf says, where it is something to be listed; owned by the caller; NULL: it is not. */
static char *value_of(const GPtrArray *leaves, const struct schema_leaf *leaf, const char *prefix)
{
    static const char *const names[] = {
        "telephone",     "faxNumber", "openingHours", "hoursAvailable", "address",
        "streetAddress", NULL};
    const char *name = leaf->path + strlen(prefix);
    g_autofree char *own = g_strndup(name, strcspn(name, "."));
    bool certain;
    if (strcmp(own, "opens") == 0)
        return schema_hours(leaves, prefix, &certain);
    return g_strv_contains(names, own) ? schema_bare(leaf->value) : NULL;
}

/* With whose it is, if the page says that. */
static void list(struct source *source, const GPtrArray *leaves, const struct schema_leaf *leaf,
                 const char *prefix, const char *value)
{
    const struct schema_leaf *name = schema_find(leaves, prefix, "name");
    g_autofree char *path = schema_name(leaf, "");
    schema_quote(source, name ? name->value : path, value, leaf->line)->why = WHY_UNSAID;
}

static void list_rest(struct source *source, const GPtrArray *leaves, GHashTable *taken,
                      unsigned *searched)
{
    for (guint i = 0; i < leaves->len; i++) {
        const struct schema_leaf *leaf = leaves->pdata[i];
        g_autofree char *prefix = prefix_of(leaf), *value = value_of(leaves, leaf, prefix);
        if (!value || !*value || !g_hash_table_add(taken, key_of(value)))
            continue;
        if (++*searched > SEARCHED || !is_shown(source, value))
            list(source, leaves, leaf, prefix, value);
    }
}

void schema_list_rest(struct source *source, const GPtrArray *page)
{
    g_autoptr(GHashTable) taken = find_taken(source);
    unsigned searched = 0;
    for (guint i = 0; i < page->len; i++)
        list_rest(source, page->pdata[i], taken, &searched);
}
