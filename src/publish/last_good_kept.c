#include "publish/last_good_kept.h"

#include "base/signature.h"

/* Sources that are known, at most: some three hundred bytes each. */
#define KEPT_MOST 1000

struct last_good_kept {
    struct made_files *made; /* NULL: not known */
    struct signature list;   /* that tells of them */
    bool newer;              /* they are than the list */
    char *facts;
    GHashTable *sources; /* char *name -> GArray * of struct signature */
};

static void free_files(void *files)
{
    g_array_unref(files);
}

struct last_good_kept *last_good_kept_new(void)
{
    struct last_good_kept *kept = g_new0(struct last_good_kept, 1);
    kept->sources = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_files);
    return kept;
}

void last_good_kept_free(struct last_good_kept *kept)
{
    g_clear_pointer(&kept->made, made_files_free);
    g_hash_table_unref(kept->sources);
    g_free(kept->facts);
    g_free(kept);
}

void last_good_kept_settle(struct last_good_kept *kept, const char *facts)
{
    if (g_strcmp0(kept->facts, facts) == 0)
        return;
    g_hash_table_remove_all(kept->sources);
    g_free(kept->facts);
    kept->facts = g_strdup(facts);
}

bool last_good_kept_knows(const struct last_good_kept *kept, const char *path)
{
    struct signature now = signature_of(path);
    return signature_same(&kept->list, &now);
}

struct made_files *last_good_kept_take(struct last_good_kept *kept, const char *path, bool *newer)
{
    if (!last_good_kept_knows(kept, path))
        g_clear_pointer(&kept->made, made_files_free);
    *newer = kept->made && kept->newer;
    return g_steal_pointer(&kept->made);
}

void last_good_kept_give(struct last_good_kept *kept, const char *path, struct made_files *files,
                         bool newer)
{
    g_clear_pointer(&kept->made, made_files_free);
    kept->made = files;
    kept->newer = newer;
    kept->list = signature_of(path);
}

bool last_good_kept_stands(const struct last_good_kept *kept, const char *name, const GArray *files)
{
    const GArray *known = g_hash_table_lookup(kept->sources, name);
    bool same = known && known->len == files->len;
    for (guint i = 0; same && i < files->len; i++)
        same = signature_same(&g_array_index(known, struct signature, i),
                              &g_array_index(files, struct signature, i));
    return same;
}

void last_good_kept_put(struct last_good_kept *kept, const char *name, GArray *files)
{
    if (g_hash_table_size(kept->sources) < KEPT_MOST || g_hash_table_contains(kept->sources, name))
        g_hash_table_replace(kept->sources, g_strdup(name), files);
    else
        g_array_unref(files);
}

void last_good_kept_forget(struct last_good_kept *kept,
                           bool (*is_there)(void *user, const char *name), void *user)
{
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, kept->sources);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        if (!is_there(user, name))
            g_hash_table_iter_remove(&iter);
}
