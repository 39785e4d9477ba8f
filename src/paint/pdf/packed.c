#include "paint/pdf/packed.h"

struct known {
    char *name;
    GBytes *bytes;
};

static GMutex mutex;
static struct known known[PDF_PACKED_COUNT][PDF_PACKED_MOST];
static guint next[PDF_PACKED_COUNT]; /* where the next one of a kind goes */

/* With the mutex locked. */
static const struct known *find(enum pdf_packed kind, const char *name)
{
    for (guint i = 0; i < PDF_PACKED_MOST; i++)
        if (known[kind][i].name && g_str_equal(known[kind][i].name, name))
            return &known[kind][i];
    return NULL;
}

GBytes *pdf_packed_find(enum pdf_packed kind, const char *name)
{
    g_mutex_lock(&mutex);
    const struct known *found = find(kind, name);
    GBytes *bytes = found ? g_bytes_ref(found->bytes) : NULL;
    g_mutex_unlock(&mutex);
    return bytes;
}

void pdf_packed_keep(enum pdf_packed kind, const char *name, GBytes *made)
{
    if (g_bytes_get_size(made) > PDF_PACKED_LONGEST)
        return;
    g_mutex_lock(&mutex);
    if (!find(kind, name)) {
        struct known *place = &known[kind][next[kind]++ % PDF_PACKED_MOST];
        g_free(place->name);
        g_clear_pointer(&place->bytes, g_bytes_unref);
        *place = (struct known){g_strdup(name), g_bytes_ref(made)};
    }
    g_mutex_unlock(&mutex);
}
