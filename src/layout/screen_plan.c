/*
 * Planning of screens, from roomy to tight. Wide line gaps read best, so they are tried first; then
 * narrower ones; then a long sentence may go on without its heading, which the screen before it has
 * shown; and only then is it cut.
 */
#include "layout/screen_plan.h"

#include "layout/flow.h"
#include "layout/parts.h"
#include "layout/pieces.h"
#include "layout/screen_size.h"

/* One way to plan, from the best to the last resort. */
static const struct tier {
    bool tight; /* the smaller baseline distance */
    bool bare;  /* a sentence that needs a screen alone may stand there without its heading */
    bool cut;   /* what still does not fit is cut between words */
} tiers[] = {
    {0},
    {.tight = true},
    {.tight = true, .bare = true},
    {.tight = true, .bare = true, .cut = true},
};

static double line_gap(bool tight)
{
    return tight ? screen_look.tight : screen_look.roomy;
}

/* The strips of one screen: its headings, then the pieces [from, to) of the section. */
static GPtrArray *set_part(struct show *show, const struct section *section, const GArray *pieces,
                           guint from, guint to, bool headed)
{
    g_autoptr(GPtrArray) body = pieces_blocks(section->blocks, pieces, from, to);
    g_autoptr(GPtrArray) blocks = g_ptr_array_new();
    for (guint i = 0; headed && i < section->headings->len; i++)
        g_ptr_array_add(blocks, section->headings->pdata[i]);
    for (guint i = 0; i < body->len; i++)
        g_ptr_array_add(blocks, body->pdata[i]);
    return flow_blocks(&show->setter, blocks, show->safe.width);
}

/* True when the strip leaves the corner free where lines end. */
static bool clears_progress(const struct show *show, const struct strip *strip)
{
    bool rtl = show->setter.document->rtl;
    for (guint i = 0; i < strip->items->len; i++) {
        struct rect box = g_array_index(strip->items, struct item, i).box;
        double end = rtl ? show->safe.width - box.x : box.x + box.width;
        if (end > show->safe.width - show->progress)
            return false;
    }
    return true;
}

/* True when the strips fit the safe area and, if there is one, do not run into the progress line.
 */
static bool strips_fit(const struct show *show, const GPtrArray *strips, bool progress)
{
    double bottom = 0;
    for (guint i = 0; i < strips->len; i++) {
        const struct strip *strip = strips->pdata[i];
        bottom += strip->height + (i > 0 ? strip->gap : 0);
        bool low = bottom > show->safe.height - show->setter.leading;
        if (progress && low && !clears_progress(show, strip))
            return false;
    }
    return bottom <= show->safe.height + 0.01;
}

/* The strips of the pieces [from, to) as they fit a screen, with their headings or, if `bare`,
 * without; NULL: they do not. */
static GPtrArray *set_fitting(struct show *show, const struct section *section,
                              const GArray *pieces, guint from, guint to, bool bare, bool progress)
{
    GPtrArray *strips = set_part(show, section, pieces, from, to, true);
    if (!strips_fit(show, strips, progress) && bare && from > 0 && to == from + 1) {
        g_ptr_array_unref(strips);
        strips = set_part(show, section, pieces, from, to, false);
    }
    if (!strips_fit(show, strips, progress))
        g_clear_pointer(&strips, g_ptr_array_unref);
    return strips;
}

static bool fits(struct show *show, const struct section *section, const GArray *pieces, guint from,
                 guint to, const struct tier *tier)
{
    g_autoptr(GPtrArray) strips = set_fitting(show, section, pieces, from, to, tier->bare, true);
    return strips != NULL;
}

/* Says that piece `index` does not fit; a heading that leaves no line for it is to blame itself. */
static void report_overfull(struct show *show, const struct section *section, const GArray *pieces,
                            guint index)
{
    g_autoptr(GPtrArray) heads = set_part(show, section, pieces, 0, 0, true);
    g_autoptr(GPtrArray) strips = set_part(show, section, pieces, index, index + 1, true);
    double room = show->safe.height - strips_height(heads, 0, heads->len);
    const struct block *culprit = g_array_index(pieces, struct piece, index).block;
    if (section->headings->len > 0 && room < 2 * show->setter.leading)
        culprit = section->headings->pdata[0];
    screen_report_overflow(show, culprit->pos, strips_words(strips, 0));
}

/* Cuts what overfills a screen alone until nothing does, if the tier allows. False when something
 * still does. */
static bool make_pieces_fit(struct show *show, const struct section *section, GArray *pieces,
                            const struct tier *tier)
{
    for (guint i = 0; i < pieces->len; i++)
        while (!fits(show, section, pieces, i, i + 1, tier)) {
            if (show->setter.failed || !tier->cut)
                return false;
            if (!pieces_cut(pieces, i)) {
                report_overfull(show, section, pieces, i);
                return false;
            }
        }
    return true;
}

/* A screen of several pieces is parted, too, when it would have to stay for longer than people do.
 */
static bool takes_too_long(const struct show *show, const struct section *section,
                           const GArray *pieces, guint from, guint to)
{
    unsigned words = 0;
    for (guint i = 0; i < section->headings->len; i++)
        words += block_count_words(section->headings->pdata[i]);
    for (guint i = from; i < to; i++)
        words += g_array_index(pieces, struct piece, i).words;
    return to > from + 1 && words > screen_most_words(&show->setter.style->screen);
}

/* A card has a screen to itself. */
static bool mixes_cards(const GArray *pieces, guint from, guint to)
{
    for (guint i = from + 1; i < to; i++) {
        const struct block *before = g_array_index(pieces, struct piece, i - 1).block;
        const struct block *block = g_array_index(pieces, struct piece, i).block;
        if (before != block && (before->kind == BLOCK_CARD || block->kind == BLOCK_CARD))
            return true;
    }
    return false;
}

/* For each piece, the end of the longest stretch from it that fits; it never falls, so one pass
 * finds all. */
static guint *longest_stretches(struct show *show, const struct section *section,
                                const GArray *pieces, const struct tier *tier)
{
    guint *ends = g_new(guint, pieces->len);
    guint end = 1;
    for (guint from = 0; from < pieces->len; from++) {
        end = MAX(end, from + 1);
        while (end < pieces->len && !takes_too_long(show, section, pieces, from, end + 1) &&
               !mixes_cards(pieces, from, end + 1) &&
               fits(show, section, pieces, from, end + 1, tier))
            end++;
        ends[from] = end;
    }
    return ends;
}

static bool fits_whole(struct show *show, const struct section *section, const GArray *pieces)
{
    if (takes_too_long(show, section, pieces, 0, pieces->len) ||
        mixes_cards(pieces, 0, pieces->len))
        return false;
    g_autoptr(GPtrArray) strips = set_fitting(show, section, pieces, 0, pieces->len, false, false);
    return strips != NULL;
}

/* One screen for all of it, at the widest line gap that allows it. */
static bool plan_whole(struct show *show, const struct section *section, struct screen_plan *plan)
{
    for (int tight = false; tight <= true && !show->setter.failed; tight++) {
        screen_set_line_gap(show, plan->line_gap = line_gap(tight));
        if (fits_whole(show, section, plan->pieces)) {
            g_array_append_val(plan->parts, plan->pieces->len);
            return true;
        }
    }
    return false;
}

static bool plan_parts(struct show *show, const struct section *section, struct screen_plan *plan)
{
    for (size_t i = 0; i < G_N_ELEMENTS(tiers) && !show->setter.failed; i++) {
        screen_set_line_gap(show, plan->line_gap = line_gap(tiers[i].tight));
        if (!make_pieces_fit(show, section, plan->pieces, &tiers[i]))
            continue;
        g_autofree guint *ends = longest_stretches(show, section, plan->pieces, &tiers[i]);
        g_array_unref(plan->parts);
        plan->parts = parts_even(plan->pieces, ends);
        return true;
    }
    return false;
}

bool screen_plan(struct show *show, const struct section *section, struct screen_plan *plan)
{
    plan->pieces = pieces_of(section->blocks, show->setter.document);
    plan->parts = g_array_new(FALSE, FALSE, sizeof(guint));
    if (plan_whole(show, section, plan))
        return true;
    if (show->setter.failed)
        return false;
    if (plan->pieces->len == 0) {
        g_autoptr(GPtrArray) heads = set_part(show, section, plan->pieces, 0, 0, true);
        screen_report_overflow(show, ((const struct block *)section->headings->pdata[0])->pos,
                               strips_words(heads, 0));
        return false;
    }
    return plan_parts(show, section, plan);
}

void screen_plan_clear(struct screen_plan *plan)
{
    g_array_unref(plan->pieces);
    g_array_unref(plan->parts);
}

GPtrArray *screen_set_part(struct show *show, const struct section *section,
                           const struct screen_plan *plan, guint part)
{
    guint from = part > 0 ? g_array_index(plan->parts, guint, part - 1) : 0;
    guint to = g_array_index(plan->parts, guint, part);
    screen_set_line_gap(show, plan->line_gap);
    return set_fitting(show, section, plan->pieces, from, to, true, plan->parts->len > 1);
}
