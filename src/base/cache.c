/*
 * A file for each name. It begins with a digest of the program, the name and the bytes behind it,
 * so what is damaged, or another program's, is not found. A new one takes the place of an old one,
 * which stays whole for those who are reading it.
 */
#include "base/cache.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/program.h"

#include <string.h>

/* Machines that share a home may have other libraries. */
static char *path_of(const char *name)
{
    struct digest *file = digest_new();
    digest_add_text(file, name);
    digest_add_stamp(file, PROGRAM_LIBRARIES);
    g_autofree char *digits = digest_end(file);
    return g_build_filename(g_get_user_cache_dir(), "handout", digits, NULL);
}

static char *digest_with(const char *name, GBytes *bytes)
{
    struct digest *sum = digest_new();
    program_add_id(sum);
    digest_add_file(sum, name, bytes);
    return digest_end(sum);
}

GBytes *cache_find(const char *name)
{
    g_autofree char *path = path_of(name);
    g_autoptr(GBytes) file = file_peek(path);
    gsize size = file ? g_bytes_get_size(file) : 0;
    if (size < DIGEST_DIGITS)
        return NULL;
    g_autoptr(GBytes) bytes = g_bytes_new_from_bytes(file, DIGEST_DIGITS, size - DIGEST_DIGITS);
    g_autofree char *digest = digest_with(name, bytes);
    bool same = memcmp(g_bytes_get_data(file, NULL), digest, DIGEST_DIGITS) == 0;
    return same ? g_steal_pointer(&bytes) : NULL;
}

void cache_keep(const char *name, GBytes *bytes)
{
    g_autofree char *path = path_of(name);
    g_autofree char *directory = g_path_get_dirname(path);
    g_autofree char *digest = digest_with(name, bytes);
    g_autoptr(GString) file = g_string_new(digest);
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_string_append_len(file, data, (gssize)size);
    if (g_mkdir_with_parents(directory, 0700) == 0)
        g_file_set_contents_full(path, file->str, (gssize)file->len, G_FILE_SET_CONTENTS_CONSISTENT,
                                 0600, NULL);
}
