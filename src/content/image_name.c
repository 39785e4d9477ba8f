/*
 * Goes down folder by folder and takes, in each, the entry that differs least.
 */
#include "content/image_name.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

static bool same_name(const char *a, const char *b)
{
    g_autofree char *x = g_utf8_normalize(a, -1, G_NORMALIZE_ALL_COMPOSE);
    g_autofree char *y = g_utf8_normalize(b, -1, G_NORMALIZE_ALL_COMPOSE);
    if (!x || !y) /* no UTF-8 */
        return strcmp(a, b) == 0;
    g_autofree char *folded_x = g_utf8_casefold(x, -1), *folded_y = g_utf8_casefold(y, -1);
    return strcmp(folded_x, folded_y) == 0;
}

/* The entry of a folder that is called `name`, or nearly; of several the first by its bytes, so
 * that the order of the disk makes no difference. */
static char *find_entry(const char *directory, const char *name)
{
    g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
    char *found = NULL;
    for (const char *entry; dir && (entry = g_dir_read_name(dir));) {
        if (strcmp(entry, name) == 0) {
            g_free(found);
            return g_strdup(name);
        }
        if (!same_name(entry, name) || (found && strcmp(found, entry) < 0))
            continue;
        g_free(found);
        found = g_strdup(entry);
    }
    return found;
}

static bool stays(const char *part)
{
    return *part == '\0' || strcmp(part, ".") == 0 || strcmp(part, "..") == 0;
}

char *image_name_find(const char *directory, const char *name)
{
    g_autofree char *slashed = g_strdelimit(g_strdup(name), "\\", '/');
    g_auto(GStrv) parts = g_strsplit(slashed, "/", -1);
    g_autofree char *folder = g_strdup(directory);
    for (char **part = parts; *part; part++) {
        g_autofree char *entry = stays(*part) ? g_strdup(*part) : find_entry(folder, *part);
        if (!entry)
            return NULL;
        char *inner = g_build_filename(folder, entry, NULL);
        g_free(folder);
        folder = inner;
        g_free(*part);
        *part = g_steal_pointer(&entry);
    }
    return g_strjoinv("/", parts);
}
