/*
 * One file under two names: the second takes its place by rename(2), as whole files do.
 */
#include "base/file.h"

#include <sys/stat.h>
#include <unistd.h>

static bool are_one(const char *path, const char *other)
{
    struct stat one, two;
    return stat(path, &one) == 0 && stat(other, &two) == 0 && one.st_dev == two.st_dev &&
           one.st_ino == two.st_ino;
}

bool file_link(const char *from, const char *path, struct diag *diag)
{
    if (are_one(from, path))
        return true;
    g_autofree char *directory = g_path_get_dirname(path);
    g_autofree char *base = g_path_get_basename(path);
    g_autofree char *hidden = g_strdup_printf(".%s.%d" FILE_HALF, base, (int)getpid());
    g_autofree char *aside = g_build_filename(directory, hidden, NULL);
    g_mkdir_with_parents(directory, 0777);
    if (link(from, aside) == 0 && rename(aside, path) == 0)
        return true;
    unlink(aside);
    g_autoptr(GBytes) bytes = file_peek(from);
    return bytes && file_write(path, bytes, diag);
}
