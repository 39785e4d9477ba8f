/*
 * Spare strips. Awkward: in a long article they are more than a processor has at hand, so that each
 * is touched but once on its way.
 */
#include "layout/strip_spare.h"

#include "base/ahead.h"

/* Strips that a thread has done with, and their arrays, for those that it makes next: products try
 * the same text with several white spaces, each time as hundreds of strips of an item or two, and a
 * book's as thousands. At 0.7 KB each; few wait for the next product. */
enum { MOST_SPARE = 32 * 1024, MOST_LEFT = 256 };

static void discard(gpointer data)
{
    struct strip *strip = data;
    g_array_unref(strip->items);
    g_array_unref(strip->lines);
    g_free(strip);
}

static void free_spare(gpointer spare)
{
    g_ptr_array_unref(spare);
}

static GPtrArray *spare_strips(void)
{
    static GPrivate own = G_PRIVATE_INIT(free_spare);
    GPtrArray *spare = g_private_get(&own);
    if (!spare) {
        spare = g_ptr_array_new_with_free_func(discard);
        g_private_set(&own, spare);
    }
    return spare;
}

/* What it has, not the memory that this takes. */
static void empty(struct strip *strip)
{
    g_array_set_size(strip->items, 0);
    g_array_set_size(strip->lines, 0);
}

void strips_forget(void)
{
    GPtrArray *spare = spare_strips();
    g_ptr_array_set_size(spare, (gint)MIN(spare->len, MOST_LEFT));
    for (guint i = 0; i < spare->len; i++)
        empty(spare->pdata[i]);
}

/* The last of them, and asks for those that are last soon. */
static struct strip *take_last(GPtrArray *spare)
{
    enum { STRIPS = 6, ARRAYS = 4, ENTRIES = 2 };
    struct strip *used = g_ptr_array_steal_index_fast(spare, spare->len - 1);
    if (spare->len >= STRIPS) {
        struct strip *const *end = (struct strip *const *)spare->pdata + spare->len;
        __builtin_prefetch(end[-STRIPS]);
        __builtin_prefetch(end[-ARRAYS]->items);
        __builtin_prefetch(end[-ARRAYS]->lines);
        __builtin_prefetch(end[-ENTRIES]->items->data);
        __builtin_prefetch(end[-ENTRIES]->lines->data);
    }
    empty(used);
    return used;
}

struct strip *strip_spare_take(void)
{
    GPtrArray *spare = spare_strips();
    if (spare->len > 0)
        return take_last(spare);
    struct strip *strip = g_new0(struct strip, 1);
    strip->items = g_array_new(FALSE, FALSE, sizeof(struct item));
    g_array_set_clear_func(strip->items, (GDestroyNotify)item_clear);
    strip->lines = g_array_new(FALSE, FALSE, sizeof(struct line));
    return strip;
}

void strip_spare_give(struct strip *strip)
{
    GPtrArray *spare = spare_strips();
    if (strip->large || spare->len == MOST_SPARE)
        discard(strip);
    else
        g_ptr_array_add(spare, strip); /* emptied when it is used again: then its items are near */
}
