/*
 * Files below a folder, whatever links lead to them.
 */
#include "import/import.h"

#include <stdlib.h>
#include <string.h>

char *import_find_within(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *real = realpath(path, NULL), *root = realpath(folder, NULL);
    g_autofree char *found = g_strdup(real);
    g_autofree char *inside = root ? g_strconcat(strcmp(root, "/") ? root : "", "/", NULL) : NULL;
    free(real);
    free(root);
    bool ours = found && inside && g_str_has_prefix(found, inside);
    return ours ? g_steal_pointer(&found) : NULL;
}
