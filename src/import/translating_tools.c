/*
 * What becomes of a portion, and what it is called among the entries of a catalogue.
 */
#include "base/paths.h"
#include "import/translating_parts.h"

char *translating_place(struct pos pos)
{
    g_autofree char *path = paths_text(pos.file);
    g_autofree char *name = g_path_get_basename(path);
    return g_strdup_printf("%s:%d", name, pos.line);
}

char *translating_context_of_value(const struct front_portion *portion, guint i)
{
    return portion->list ? g_strdup_printf("%s %u", portion->key, i + 1) : g_strdup(portion->key);
}

char *translating_context_of_words(GHashTable *seen, const char *words)
{
    guint n = 1 + GPOINTER_TO_UINT(g_hash_table_lookup(seen, words));
    g_hash_table_insert(seen, g_strdup(words), GUINT_TO_POINTER(n));
    return n > 1 ? g_strdup_printf("%u", n) : NULL;
}

const char *translating_taken(const struct translating *t, const char *context, const char *words,
                              struct pos pos)
{
    g_autofree char *place = translating_place(pos);
    const struct po_entry *entry = t->po ? po_find(t->po, context, words, place) : NULL;
    return entry && *entry->text && !entry->fuzzy ? entry->text : NULL;
}

bool translating_is_stale(const char *from, const char *number)
{
    return from && !g_str_equal(from, number);
}

void translating_count(struct writing *w, bool there, const char *from, const char *number)
{
    if (!there)
        w->counts.empty++;
    else if (!from)
        w->counts.assumed++;
    else if (translating_is_stale(from, number))
        w->counts.changed++;
    else
        w->counts.kept++;
}

GPtrArray *translating_portions(const struct translating *t)
{
    return t->translated ? portions_of(t->translated) : g_ptr_array_new();
}
