/*
 * Planning asks whether a screen fits at least, without what its way allows to give up; setting
 * gives up no more than it must. All trials are silent; what fits is set once more, so that only
 * what is shown is talked about.
 */
#include "layout/screen_fit.h"

#include "layout/flow.h"
#include "layout/pieces.h"
#include "layout/screen_size.h"

static const struct piece *piece_at(const struct stretch *stretch, guint index)
{
    return &g_array_index(stretch->pieces, struct piece, index);
}

guint stretch_unit_end(const GArray *pieces, guint from)
{
    guint end = from + 1;
    while (end < pieces->len && g_array_index(pieces, struct piece, end - 1).keep)
        end++;
    return MIN(end, pieces->len);
}

/* The strips of the headings, if wanted, and of the pieces. */
static GPtrArray *set_stretch(struct show *show, const struct stretch *stretch, bool headed)
{
    const struct section *section = stretch->section;
    g_autoptr(GPtrArray) body =
        pieces_blocks(section->blocks, stretch->pieces, stretch->from, stretch->to);
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
        if (end > show->safe.width - show->progress * show->size)
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

/* Sizes and leave to part words, as the first piece of the stretch asks for them. */
static void use(struct show *show, const struct stretch *stretch, const struct screen_way *way)
{
    bool some = stretch->from < stretch->to;
    screen_use_size(show, some ? piece_at(stretch, stretch->from)->size : 1, way->line_gap);
    bool letters = some && piece_at(stretch, stretch->from)->letters;
    show->setter.parting = letters ? PARTING_ANYWHERE : PARTING_WORDS;
}

/* One try: the strips, and how they fit without and with "2 of 4". */
struct outcome {
    enum fit fit;
    bool counted;
};

static struct outcome try(struct show *show, const struct stretch *stretch,
                          const struct screen_way *way, bool headed)
{
    struct trial trial = trial_begin(&show->setter);
    use(show, stretch, way);
    g_autoptr(GPtrArray) strips = set_stretch(show, stretch, headed);
    bool high = !strips_fit(show, strips, false);
    bool counted = !stretch->numbered || strips_fit(show, strips, true);
    bool wide = trial_end(&show->setter, &trial) && !show->setter.unprintable;
    screen_use_size(show, 1, way->line_gap);
    return (struct outcome){wide ? FIT_TOO_WIDE : high ? FIT_TOO_HIGH : FIT_WELL, counted};
}

static bool may_be_bare(const struct stretch *stretch, const struct screen_way *way)
{
    bool unit = stretch_unit_end(stretch->pieces, stretch->from) >= stretch->to;
    return stretch->section->headings->len > 0 &&
           (way->apart || (way->bare && unit && stretch->from > 0));
}

static bool fits(const struct outcome *outcome, const struct screen_way *way)
{
    return outcome->fit == FIT_WELL && (outcome->counted || way->uncounted);
}

/* What does not fit without its headings does not with them. */
enum fit screen_fit(struct show *show, const struct stretch *stretch, const struct screen_way *way)
{
    struct outcome outcome = try(show, stretch, way, !may_be_bare(stretch, way));
    return fits(&outcome, way) || outcome.fit != FIT_WELL ? outcome.fit : FIT_TOO_HIGH;
}

struct screen_matter screen_set(struct show *show, const struct stretch *stretch,
                                const struct screen_way *way)
{
    struct screen_matter matter = {0};
    struct outcome outcome = try(show, stretch, way, true);
    matter.headed = fits(&outcome, way) || !may_be_bare(stretch, way);
    if (!matter.headed)
        outcome = try(show, stretch, way, false);
    use(show, stretch, way);
    matter.numbered = stretch->numbered && outcome.counted;
    matter.strips = set_stretch(show, stretch, matter.headed);
    show->setter.parting = PARTING_WORDS;
    return matter;
}
