/*
 * The pages of a booklet are alike in height, as the panels of a brochure are, unless full ones
 * leave room for notes below the last.
 */
#include "layout/booklet_plan.h"

#include "layout/brochure_plan.h"
#include "layout/notes_page.h"

/* Notes have room below the last page of a plan. */
static bool leaves_notes(const struct booklet_room *room, const GPtrArray *strips,
                         const GArray *ends)
{
    guint from = frames_start(ends, ends->len - 1);
    double rest = room->chain.height - strips_height(strips, from, strips->len);
    return room->setter->own_lines == 0 && notes_have_room(room->setter, room->width, rest);
}

double booklet_lack(const struct booklet_room *room, const GPtrArray *strips, const GArray *ends)
{
    guint counted = ends->len - (leaves_notes(room, strips, ends) ? 1 : 0);
    double lack = 0;
    for (guint i = 0; i < counted; i++) {
        double used = strips_height(strips, frames_start(ends, i), g_array_index(ends, guint, i));
        lack += MAX(handout_look.full - used / room->chain.height, 0);
    }
    return lack;
}

/* Pages filled one after the other, with less white space where they would not be full. */
static GArray *plan_full(const struct booklet_room *room, const GPtrArray *strips)
{
    struct chain chain = room->chain;
    chain.full = handout_look.full;
    chain.spaces = handout_look.closest_spaces;
    return frames_plan(&chain, strips);
}

/* One item of a list is left to itself. */
static bool parts_pair(const GPtrArray *strips, const GArray *ends)
{
    for (guint i = 0; i + 1 < ends->len; i++)
        if (((const struct strip *)strips->pdata[g_array_index(ends, guint, i) - 1])->paired)
            return true;
    return false;
}

/* `even`, or in its place pages that are filled one after the other, if these lack less. */
static GArray *choose_fuller(const struct booklet_room *room, const GPtrArray *strips, GArray *even)
{
    g_autofree double *gaps = g_new(double, strips->len);
    for (guint i = 0; i < strips->len; i++)
        gaps[i] = ((const struct strip *)strips->pdata[i])->gap;
    double lack = booklet_lack(room, strips, even);
    GArray *full = plan_full(room, strips);
    bool fuller = full->len == even->len && frames_end(full) == strips->len &&
                  !parts_pair(strips, full) &&
                  booklet_lack(room, strips, full) + handout_look.less_lack < lack;
    for (guint i = 0; i < strips->len && !fuller; i++)
        ((struct strip *)strips->pdata[i])->gap = gaps[i];
    g_array_unref(fuller ? even : full);
    return fuller ? full : even;
}

GArray *booklet_plan(const struct booklet_room *room, const GPtrArray *strips)
{
    GArray *ends = frames_plan(&room->chain, strips);
    GArray *even = ends->len > 0 && frames_end(ends) == strips->len
                       ? brochure_plan(strips, ends->len, room->chain.height, SEAM_ANYWHERE)
                       : NULL;
    if (even) {
        g_array_unref(ends);
        return choose_fuller(room, strips, even);
    }
    guint end = frames_end(ends);
    if (end < strips->len)
        setter_overflow(room->setter, ((const struct strip *)strips->pdata[end])->pos,
                        "%u words must stay in one piece and do not fit a page; shorten them, or "
                        "print the format 'large' instead",
                        strips_words(strips, end) - strips_words(strips, end + 1));
    return ends;
}
