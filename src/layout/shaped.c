#include "layout/shaped.h"

struct shaped *shaped_new(const char *text, int n_chars, PangoLogAttr *places, GSList *runs)
{
    struct shaped *shaped = g_rc_box_new(struct shaped);
    *shaped = (struct shaped){g_strdup(text), n_chars, places, runs};
    return shaped;
}

struct shaped *shaped_of(PangoLayout *layout)
{
    GSList *runs = NULL;
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next)
        for (GSList *r = ((const PangoLayoutLine *)l->data)->runs; r; r = r->next)
            runs = g_slist_prepend(runs, pango_glyph_item_copy(r->data));
    PangoLogAttr *places;
    int n;
    pango_layout_get_log_attrs(layout, &places, &n);
    return shaped_new(pango_layout_get_text(layout), n - 1, places, g_slist_reverse(runs));
}

struct shaped *shaped_ref(struct shaped *shaped)
{
    return g_rc_box_acquire(shaped);
}

static void free_run(gpointer run)
{
    pango_glyph_item_free(run);
}

static void clear(gpointer data)
{
    struct shaped *shaped = data;
    g_slist_free_full(shaped->runs, free_run);
    g_free(shaped->places);
    g_free(shaped->text);
}

void shaped_unref(struct shaped *shaped)
{
    g_rc_box_release_full(shaped, clear);
}
