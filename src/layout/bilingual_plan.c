/*
 * A last page of a few lines looks left over: then the pages are made as even as the panels of a
 * brochure are, if that leaves none of them with less.
 */
#include "layout/bilingual_plan.h"

#include "layout/brochure_plan.h"
#include "layout/profile.h"

static double page_share(const struct chain *chain, const GPtrArray *strips, const GArray *ends,
                         guint index)
{
    double room = chain->height - (index == 0 ? chain->taken : 0);
    return strips_height(strips, frames_start(ends, index), g_array_index(ends, guint, index)) /
           room;
}

/* What the page with least on it has, of its height. */
static double least_share(const struct chain *chain, const GPtrArray *strips, const GArray *ends)
{
    double least = 1;
    for (guint i = 0; i < ends->len; i++)
        least = MIN(least, page_share(chain, strips, ends, i));
    return least;
}

/* What stands above the strips on the first page, as one of them. Owned by the caller. */
static struct strip *head_strip(const struct chain *chain, const GPtrArray *strips)
{
    const struct strip *first = strips->pdata[0];
    struct strip *head = strip_new(chain->taken - first->gap, first->pos);
    head->keep = true;
    return head;
}

/* As high as each other on `pages` pages; NULL: they do not fit these. */
static GArray *plan_even(const struct chain *chain, const GPtrArray *strips, guint pages)
{
    struct strip *head = head_strip(chain, strips);
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    g_ptr_array_add(all, head);
    for (guint i = 0; i < strips->len; i++)
        g_ptr_array_add(all, strips->pdata[i]);
    GArray *ends = brochure_plan(all, pages, chain->height, SEAM_ANYWHERE);
    for (guint i = 0; ends && i < ends->len; i++)
        g_array_index(ends, guint, i)--;
    strip_free(head);
    return ends;
}

static double *keep_gaps(const GPtrArray *strips)
{
    double *gaps = g_new(double, strips->len);
    for (guint i = 0; i < strips->len; i++)
        gaps[i] = ((const struct strip *)strips->pdata[i])->gap;
    return gaps;
}

static void put_gaps(const GPtrArray *strips, const double *gaps)
{
    for (guint i = 0; i < strips->len; i++)
        ((struct strip *)strips->pdata[i])->gap = gaps[i];
}

GArray *bilingual_plan(const struct chain *chain, const GPtrArray *strips)
{
    g_autofree double *wide = keep_gaps(strips);
    GArray *ends = frames_plan(chain, strips);
    if (ends->len < 2 || frames_end(ends) < strips->len ||
        page_share(chain, strips, ends, ends->len - 1) >= bilingual_look.poor)
        return ends;
    double least = least_share(chain, strips, ends);
    g_autofree double *close = keep_gaps(strips);
    put_gaps(strips, wide);
    GArray *even = plan_even(chain, strips, ends->len);
    if (even && least_share(chain, strips, even) > least) {
        g_array_unref(ends);
        return even;
    }
    put_gaps(strips, close);
    g_clear_pointer(&even, g_array_unref);
    return ends;
}
