/*
 * Each picture is coded when it is first asked for.
 */
#include "publish/inlay.h"

#include "player/webimage.h"

/* Twice as many as the widest picture takes on a page, for fine screens: 24 rem of 18 px. */
#define MOST_PX 864

struct inlay {
    GHashTable *addresses; /* const struct image * -> char *, owned */
};

struct inlay *inlay_new(void)
{
    struct inlay *inlay = g_new(struct inlay, 1);
    inlay->addresses = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    return inlay;
}

void inlay_free(struct inlay *inlay)
{
    g_hash_table_unref(inlay->addresses);
    g_free(inlay);
}

static char *address_of(const struct image *image)
{
    struct webimage *web = webimage_new(image, MOST_PX);
    gsize size;
    const guchar *bytes = g_bytes_get_data(web->bytes, &size);
    g_autofree char *base64 = g_base64_encode(bytes, size);
    char *address = g_strdup_printf("data:image/%s;base64,%s",
                                    g_str_has_suffix(web->src, ".jpg") ? "jpeg" : "png", base64);
    webimage_free(web);
    return address;
}

const char *inlay_find(void *user, const struct image *image)
{
    struct inlay *inlay = user;
    char *address = g_hash_table_lookup(inlay->addresses, image);
    if (!address) {
        address = address_of(image);
        g_hash_table_insert(inlay->addresses, (gpointer)image, address);
    }
    return address;
}
