/*
 * A file for each name and program, which begins with a digest of the bytes behind it: what is
 * damaged is not found. A new one takes the place of an old one, which stays whole for those who
 * are reading it.
 */
#include "base/cache.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/program.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files that are kept; one is some tens of kilobytes. */
#define MOST 32

static char *folder(void)
{
    return g_build_filename(g_get_user_cache_dir(), "handout", NULL);
}

/* Machines that share a home may have other programs and libraries. */
static char *path_of(const char *name)
{
    struct digest *file = digest_new();
    program_add_id(file);
    digest_add_stamp(file, PROGRAM_LIBRARIES);
    digest_add_text(file, name);
    g_autofree char *digits = digest_end(file);
    g_autofree char *directory = folder();
    return g_build_filename(directory, digits, NULL);
}

GBytes *cache_find(const char *name)
{
    g_autofree char *path = path_of(name);
    g_autoptr(GBytes) file = file_peek(path);
    gsize size = file ? g_bytes_get_size(file) : 0;
    if (size < DIGEST_DIGITS)
        return NULL;
    g_autoptr(GBytes) bytes = g_bytes_new_from_bytes(file, DIGEST_DIGITS, size - DIGEST_DIGITS);
    g_autofree char *digest = digest_of_bytes(bytes);
    bool same = memcmp(g_bytes_get_data(file, NULL), digest, DIGEST_DIGITS) == 0;
    return same ? g_steal_pointer(&bytes) : NULL;
}

static time_t time_of(const char *path)
{
    struct stat status = {0};
    stat(path, &status);
    return status.st_mtime;
}

/* Of programs that are gone, and of faces that were updated, nobody takes away what is there. */
static void remove_oldest(const char *directory)
{
    g_autoptr(GDir) files = g_dir_open(directory, 0, NULL);
    g_autofree char *oldest = NULL;
    unsigned count = 0;
    for (const char *name; files && (name = g_dir_read_name(files)); count++) {
        g_autofree char *path = g_build_filename(directory, name, NULL);
        if (!oldest || time_of(path) < time_of(oldest)) {
            g_free(oldest);
            oldest = g_steal_pointer(&path);
        }
    }
    if (count > MOST)
        unlink(oldest);
}

void cache_keep(const char *name, GBytes *bytes)
{
    g_autofree char *path = path_of(name);
    g_autofree char *directory = folder();
    g_autofree char *digest = digest_of_bytes(bytes);
    g_autoptr(GString) file = g_string_new(digest);
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_string_append_len(file, data, (gssize)size);
    if (g_mkdir_with_parents(directory, 0700) == 0)
        g_file_set_contents_full(path, file->str, (gssize)file->len, G_FILE_SET_CONTENTS_CONSISTENT,
                                 0600, NULL);
    remove_oldest(directory);
}
