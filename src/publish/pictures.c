/*
 * Known pictures and added ones are two records, so that those that stand no longer go.
 */
#include "publish/pictures.h"

#include "base/file.h"
#include "publish/store.h"

struct pictures {
    struct record *known, *added;
    char *key;
};

struct pictures *pictures_open(const char *out_dir, const char *key, bool afresh)
{
    struct pictures *pictures = g_new0(struct pictures, 1);
    pictures->known = record_open(NULL, out_dir, STORE_PICTURES, afresh);
    pictures->added = record_open(NULL, out_dir, STORE_PICTURES, true);
    pictures->key = g_strdup(key);
    return pictures;
}

/* Whatever its size and time tell: nobody looks at what the display shows once more. */
static GBytes *read_as_it_was(const struct report_file *file)
{
    GBytes *bytes = file_peek(file->path);
    g_autofree char *sum = bytes ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes) : NULL;
    if (sum && !g_str_equal(sum, file->digest))
        g_clear_pointer(&bytes, g_bytes_unref);
    return bytes;
}

GBytes *pictures_find(struct pictures *pictures, const char *digest)
{
    const struct stored *stored = record_find(pictures->known, digest, pictures->key);
    return stored ? read_as_it_was(stored->files->pdata[0]) : NULL;
}

void pictures_add(struct pictures *pictures, const char *digest, const char *path,
                  const char *sha256)
{
    struct stored *stored = stored_new();
    struct report_file file = {.path = (char *)path, .format = ""};
    g_strlcpy(file.digest, sha256, sizeof file.digest);
    stored_add_file(stored, &file);
    stored_add_stamp(stored, path);
    record_put(pictures->added, digest, pictures->key, stored);
}

void pictures_close(struct pictures *pictures)
{
    if (!pictures)
        return;
    record_close(pictures->known);
    record_close(pictures->added);
    g_free(pictures->key);
    g_free(pictures);
}
