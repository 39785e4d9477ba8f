/*
 * Keeps pictures by the real paths of their files, so that two names of one file are one picture.
 */
#include "content/images.h"

/* Some thirty photographs of a telephone. [bytes] */
#define BUDGET ((size_t)400 * 1000 * 1000)

struct images {
    GHashTable *by_path; /* real path -> struct image *, NULL where it was refused; both owned */
    size_t used;         /* [bytes] of pixels */
};

static void forget(gpointer image)
{
    image_free(image);
}

struct images *images_new(void)
{
    struct images *images = g_new0(struct images, 1);
    images->by_path = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, forget);
    return images;
}

void images_free(struct images *images)
{
    if (!images)
        return;
    g_hash_table_unref(images->by_path);
    g_free(images);
}

GPtrArray *images_paths(const struct images *images)
{
    GPtrArray *paths = g_ptr_array_new();
    GHashTableIter iter;
    gpointer path;
    g_hash_table_iter_init(&iter, images->by_path);
    while (g_hash_table_iter_next(&iter, &path, NULL))
        g_ptr_array_add(paths, path);
    return paths;
}

const struct image *images_at(const struct images *images, const char *path)
{
    return g_hash_table_lookup(images->by_path, path);
}

/* The picture, while there is room for it. */
static struct image *take_in(struct images *images, struct image *image, const char *url,
                             struct pos pos, struct diag *diag)
{
    size_t size = image ? g_bytes_get_size(image->rgb) : 0;
    if (images->used + size <= BUDGET) {
        images->used += size;
        return image;
    }
    diag_report(diag, RULE_IMAGE_FILE, pos,
                "the picture '%s' is one too many: those of this article take more than 400 MB "
                "of memory together: take some out or make them smaller",
                url);
    image_free(image);
    return NULL;
}

const struct image *images_get(struct images *images, const char *directory, const char *url,
                               struct pos pos, struct diag *diag)
{
    g_autofree char *path = image_find(directory, url, pos, diag);
    gpointer known = NULL;
    if (!path || g_hash_table_lookup_extended(images->by_path, path, NULL, &known))
        return known;
    struct image *image = take_in(images, image_read(path, url, pos, diag), url, pos, diag);
    g_hash_table_insert(images->by_path, g_steal_pointer(&path), image);
    return image;
}
