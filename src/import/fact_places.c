/*
 * Sections of the text that each have a number of their own, where nothing says that they are
 * places of the clinic and which is the clinic itself. No number is put in clinic.yaml then: what
 * was found in those sections stays where its heading says whose it is, and is listed.
 */
#include "content/telephone.h"
#include "import/facts.h"

#define WHY_PLACES                                                                                 \
    "a number of one of several places, left in the text: write it in clinic.yaml where it "       \
    "belongs"

static bool is_own_number(const struct source *source, const struct found *found)
{
    const struct input_line *line = found->line;
    return found->key == FOUND_TELEPHONE && found->value && line->order < source->read &&
           !line->aside && !line->place;
}

/* The heading that each line of the input stands below, or NULL; owned by the caller. */
static GPtrArray *find_above(const struct source *source)
{
    GPtrArray *above = g_ptr_array_sized_new(source->read);
    struct input_line *heading = NULL;
    for (unsigned i = 0; i < source->read; i++) {
        struct input_line *line = source->lines->pdata[i];
        g_ptr_array_add(above, heading);
        if (line->kind == LINE_HEADING && !line->aside && !line->is_fact)
            heading = line;
    }
    return above;
}

/* Headings with numbers of the clinic's own below them, if those are several; owned by the caller.
 */
static GHashTable *find_headings(const struct source *source, const GPtrArray *above)
{
    GHashTable *headings = g_hash_table_new(NULL, NULL);
    const char *first = NULL;
    bool several = false;
    for (guint i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        if (!is_own_number(source, found))
            continue;
        first = first ? first : found->value;
        several |= !telephone_same(first, found->value);
        gpointer heading = above->pdata[found->line->order];
        if (heading)
            g_hash_table_add(headings, heading);
    }
    if (!several)
        g_hash_table_remove_all(headings);
    return headings;
}

/* The labels of what is text again are, too. */
static void leave_line(struct input_line *line)
{
    line->is_fact = line->is_hours = false;
    line->why = NULL;
}

/* Takes `found`: it stays a fact, unless it stands below such a heading. */
static void settle(struct source *source, GHashTable *headings, const GPtrArray *above,
                   struct found *found)
{
    unsigned order = found->line->order;
    struct input_line *line = order < source->read ? source->lines->pdata[order] : NULL;
    g_ptr_array_add(source->found, found);
    if (!line || line->aside || found->key == FOUND_NAME ||
        !g_hash_table_contains(headings, above->pdata[order]))
        return;
    if (found->key == FOUND_TELEPHONE && line->is_fact)
        source_changed(source, line, line->text, WHY_PLACES);
    leave_line(line);
    g_ptr_array_set_size(source->found, (gint)source->found->len - 1);
}

void fact_leave_places(struct source *source)
{
    g_autoptr(GPtrArray) above = find_above(source);
    g_autoptr(GHashTable) headings = find_headings(source, above);
    if (g_hash_table_size(headings) < 2)
        return;
    GPtrArray *found = source->found;
    source->found = source_found_new();
    g_ptr_array_set_free_func(found, NULL);
    for (guint i = 0; i < found->len; i++)
        settle(source, headings, above, found->pdata[i]);
    g_ptr_array_unref(found);
}
