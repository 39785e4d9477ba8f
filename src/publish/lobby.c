/*
 * Names screens and sweeps away those of earlier sets. Method: a file goes only when its name and
 * its own bytes both say that this program made it. Awkward: staff put pictures of their own beside
 * ours, with names that may look like ours, and would not forgive their loss.
 */
#include "publish/lobby.h"

#include "paint/png_encode.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

char *lobby_name(unsigned number, const char *slug, const char *suffix)
{
    return g_strdup_printf("%03u-%s.%s", number, slug, suffix);
}

/* NNN-….png, as lobby_name gives it. */
static bool looks_like_a_screen(const char *name)
{
    size_t digits = strspn(name, "0123456789");
    return digits >= 3 && name[digits] == '-' && g_str_has_suffix(name, ".png");
}

static bool made_here(const char *path)
{
    uint8_t head[PNG_HEAD];
    FILE *file = fopen(path, "rbe");
    if (!file)
        return false;
    size_t length = fread(head, 1, sizeof head, file);
    fclose(file);
    return png_made_here(head, length);
}

static int compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static GPtrArray *stale_screens(const char *directory, GHashTable *keep)
{
    GPtrArray *stale = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename(directory, name, NULL);
        if (looks_like_a_screen(name) && !g_hash_table_contains(keep, path) && made_here(path))
            g_ptr_array_add(stale, g_steal_pointer(&path));
    }
    g_ptr_array_sort(stale, compare_paths);
    return stale;
}

void lobby_sweep(const char *directory, GHashTable *keep, GPtrArray *removed, struct diag *diag)
{
    g_autoptr(GPtrArray) stale = stale_screens(directory, keep);
    for (guint i = 0; i < stale->len; i++) {
        const char *path = stale->pdata[i];
        if (unlink(path) == 0)
            g_ptr_array_add(removed, g_strdup(path));
        else
            diag_report(diag, RULE_FILE_WRITE, (struct pos){.path = g_intern_string(path)},
                        "'%s' is of an earlier set and cannot be removed: %s; remove it by hand",
                        path, g_strerror(errno));
    }
}
