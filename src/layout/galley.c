/*
 * Galleys.
 */
#include "layout/galley.h"

static void run_clear(gpointer data)
{
    struct item item = {.kind = ITEM_RUN, .as.run = ((struct galley_run *)data)->run};
    item_clear(&item);
}

struct galley *galley_new(double tracking, guint lines)
{
    struct galley *galley = g_rc_box_new0(struct galley);
    galley->tracking = tracking;
    galley->runs = g_array_sized_new(FALSE, FALSE, sizeof(struct galley_run), lines);
    galley->lines = g_array_sized_new(FALSE, FALSE, sizeof(struct galley_line), lines);
    g_array_set_clear_func(galley->runs, run_clear);
    return galley;
}

struct galley *galley_ref(struct galley *galley)
{
    return g_rc_box_acquire(galley);
}

static void clear(gpointer data)
{
    struct galley *galley = data;
    g_array_unref(galley->runs);
    g_array_unref(galley->lines);
}

void galley_unref(struct galley *galley)
{
    g_rc_box_release_full(galley, clear);
}
