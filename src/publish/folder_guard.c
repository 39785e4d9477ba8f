/*
 * Looks before anything moves. What is published, kept and cleared up is moved and removed by name,
 * so whatever else bears one of the names must be found out first: a link would carry the removal
 * to where it leads, a pipe would hold the program for ever.
 */
#include "publish/folder_guard.h"

#include "base/file.h"
#include "base/paths.h"
#include "publish/folder_parts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool refuse(const char *path, const char *what, struct diag *diag)
{
    diag_report(diag, RULE_FILE_WRITE, (struct pos){.file = paths_number(path)}, "'%s' %s", path,
                what);
    return false;
}

char *folder_resolve(const char *path, struct diag *diag)
{
    struct stat st;
    if (lstat(path, &st) != 0 || !S_ISLNK(st.st_mode))
        return g_strdup(path);
    char *real = realpath(path, NULL);
    bool good = real && stat(real, &st) == 0 && S_ISDIR(st.st_mode);
    char *resolved = good ? g_strdup(real) : NULL;
    free(real);
    if (!good)
        refuse(path, "is a link that leads to no folder: make the folder or take the link away",
               diag);
    return resolved;
}

/* A folder that our files lie in must be one, and not a link to one. */
static bool guard_inner(const char *directory, struct diag *diag)
{
    g_autoptr(GHashTable) ours = folder_inventory(directory);
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, ours);
    while (g_hash_table_iter_next(&iter, &name, NULL)) {
        struct stat st;
        g_autofree char *inner = g_path_get_dirname(name);
        g_autofree char *at = g_build_filename(directory, inner, NULL);
        if (!g_str_equal(inner, ".") && lstat(at, &st) == 0 && !S_ISDIR(st.st_mode))
            return refuse(at, "stands where a folder of the show belongs: move it away", diag);
    }
    return true;
}

static bool is_empty(const char *directory)
{
    g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
    return dir && !g_dir_read_name(dir);
}

static bool guard_list(const char *directory, bool hidden, struct diag *diag)
{
    struct stat st;
    g_autofree char *list = g_build_filename(directory, FOLDER_INVENTORY, NULL);
    if (lstat(list, &st) != 0 && errno == ENOENT)
        return !hidden || is_empty(directory) ||
               refuse(directory,
                      "holds files and no list that tells they are this program's: move it away",
                      diag);
    if (!S_ISREG(st.st_mode) || access(list, R_OK) != 0)
        return refuse(list,
                      "cannot be read, and only it tells which files of the show were made by this "
                      "program: make it readable, or move its folder away",
                      diag);
    return guard_inner(directory, diag);
}

bool folder_guard(const char *directory, bool hidden, struct diag *diag)
{
    struct stat st;
    if (lstat(directory, &st) == 0)
        return S_ISDIR(st.st_mode)
                   ? guard_list(directory, hidden, diag)
                   : refuse(directory, "stands where a folder belongs: move it away", diag);
    if (errno == ENOENT)
        return true;
    file_report_write(directory, errno, diag);
    return false;
}
