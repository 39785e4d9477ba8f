/*
 * Ways to the clinic that have a purpose of their own, a ContactPoint of schema.org each: numbers
 * and addresses, when somebody answers, and in which languages.
 */
#include "content/labels.h"
#include "import/facts.h"
#include "import/schema.h"

#include <string.h>

/* What is known of a point while it is read. */
struct point {
    struct source *source;
    const GPtrArray *leaves;
    const char *prefix, *label;
    unsigned number; /* among the points, from 1 */
};

/* What a way to the clinic is for, a fax alone by being one; lent; NULL: it does not say. */
static const char *purpose_of(const struct source *source, const GPtrArray *leaves,
                              const char *prefix)
{
    static const char *const names[] = {"contactType", "name", "description"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const struct schema_leaf *leaf = schema_find(leaves, prefix, names[i]);
        if (leaf)
            return leaf->value;
    }
    bool fax =
        schema_find(leaves, prefix, "faxNumber") && !schema_find(leaves, prefix, "telephone");
    return fax ? labels_get(source->labels, LABEL_FAX) : NULL;
}

/* `value`: taken; NULL where clinic.yaml has no form for what the page says in `words`. */
static void add_key(const struct point *p, enum found_key key, const char *part, char *value,
                    const char *words, int line)
{
    struct input_line *quoted = schema_quote(p->source, p->label, words, line);
    struct found *found = source_found(p->source, key, value, quoted);
    found->label = g_strdup(p->label);
    found->part = part;
    found->point = p->number;
}

static void read_ways(const struct point *p)
{
    static const struct {
        const char *name;
        enum found_key key, shape;
        const char *part;
    } ways[] = {{"telephone", FOUND_POINT, FOUND_TELEPHONE, "telephone"},
                {"email", FOUND_POINT, FOUND_EMAIL, "email"},
                {"faxNumber", FOUND_FAX, FOUND_FAX, "fax"}};
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        const struct schema_leaf *way = schema_find(p->leaves, p->prefix, ways[i].name);
        g_autofree char *plain = way ? schema_bare(way->value) : NULL;
        if (plain)
            add_key(p, ways[i].key, ways[i].part, fact_value(p->source, ways[i].shape, plain),
                    plain, way->line);
    }
}

static void read_hours(const struct point *p)
{
    const struct schema_leaf *plain = schema_find(p->leaves, p->prefix, "hoursAvailable");
    g_autoptr(GPtrArray) things = schema_things(p->leaves, p->prefix, "hoursAvailable");
    if (plain)
        add_key(p, FOUND_POINT, "opening_hours", fact_value(p->source, FOUND_HOURS, plain->value),
                plain->value, plain->line);
    for (guint i = 0; i < things->len; i++) {
        bool certain;
        g_autofree char *text = schema_hours(p->leaves, things->pdata[i], &certain);
        char *value = text && certain ? fact_value(p->source, FOUND_HOURS, text) : NULL;
        if (text)
            add_key(p, FOUND_POINT, "opening_hours", value, text,
                    schema_line(p->leaves, things->pdata[i]));
    }
}

/* The languages, in the page's words. */
static void read_languages(const struct point *p)
{
    g_autoptr(GString) words = g_string_new(NULL);
    int line = 0;
    for (guint i = 0; i < p->leaves->len; i++) {
        const struct schema_leaf *leaf = p->leaves->pdata[i];
        g_autofree char *name = schema_name(leaf, p->prefix);
        if (!name ||
            (strcmp(name, "availableLanguage") != 0 && strcmp(name, "availableLanguage.name") != 0))
            continue;
        g_string_append_printf(words, "%s%s", words->len ? ", " : "", leaf->value);
        line = line ? line : leaf->line;
    }
    if (words->len)
        add_key(p, FOUND_POINT, "notes", g_strdup(words->str), words->str, line);
}

static void read_point(struct source *source, const GPtrArray *leaves, const char *prefix)
{
    fact_load_labels(source);
    struct point point = {.source = source,
                          .leaves = leaves,
                          .prefix = prefix,
                          .label = purpose_of(source, leaves, prefix),
                          .number = ++source->points};
    if (!point.label)
        return;
    read_ways(&point);
    read_hours(&point);
    read_languages(&point);
}

/* Adds those that are not there yet; takes `more`. */
static void add_new(GPtrArray *ways, GPtrArray *more)
{
    while (more->len > 0) {
        char *prefix = g_ptr_array_steal_index(more, 0);
        if (g_ptr_array_find_with_equal_func(ways, prefix, g_str_equal, NULL))
            g_free(prefix);
        else
            g_ptr_array_add(ways, prefix);
    }
    g_ptr_array_unref(more);
}

void schema_read_points(struct source *source, const GPtrArray *leaves, const char *prefix)
{
    static const char *const names[] = {"contactPoint", "employee", "member"};
    g_autoptr(GPtrArray) ways = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        add_new(ways, schema_things(leaves, prefix, names[i]));
    add_new(ways, schema_people(leaves, prefix));
    for (guint i = 0; i < ways->len; i++)
        read_point(source, leaves, ways->pdata[i]);
}
