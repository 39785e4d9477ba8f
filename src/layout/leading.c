/*
 * Only what stands above each other can touch: a deep letter and a high mark do not where they are
 * at different places of their lines.
 */
#include "layout/leading.h"

#include "layout/gaps.h"
#include "layout/strip.h"

/* What glyphs of a line cover, from its baseline down. [pt] */
static void add_boxes(const struct run *run, GArray *boxes)
{
    double x = run->x;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        struct glyph_move move = run_move(run, i);
        struct rect box = gaps_ink(run->face, glyph->id);
        box = (struct rect){x + move.dx + box.x * run->size, move.dy + box.y * run->size,
                            box.width * run->size, box.height * run->size};
        g_array_append_val(boxes, box);
        x += glyph->advance;
    }
}

static GArray *boxes_of(const struct strip *strip)
{
    GArray *boxes = g_array_new(FALSE, FALSE, sizeof(struct rect));
    for (guint i = 0; i < strip->items->len; i++) {
        const struct item *item = &g_array_index(strip->items, struct item, i);
        if (item->kind == ITEM_RUN)
            add_boxes(&item->as.run, boxes);
    }
    return boxes;
}

/* The distance of baselines at which no box touches one of the line below. [pt] */
static double distance_for(const GArray *above, const GArray *below)
{
    double distance = 0;
    for (guint i = 0; i < above->len; i++)
        for (guint n = 0; n < below->len; n++) {
            const struct rect *one = &g_array_index(above, struct rect, i);
            const struct rect *other = &g_array_index(below, struct rect, n);
            double needed = one->y + one->height - other->y;
            if (needed > distance && one->x < other->x + other->width &&
                other->x < one->x + one->width)
                distance = needed;
        }
    return distance;
}

/* Whether a face stands taller than the first choice. */
static bool has_other_faces(const struct setter *setter, const GPtrArray *strips)
{
    for (guint i = 0; i < strips->len; i++) {
        const struct strip *strip = strips->pdata[i];
        for (guint n = 0; n < strip->items->len; n++) {
            const struct item *item = &g_array_index(strip->items, struct item, n);
            if (item->kind == ITEM_RUN &&
                item->as.run.face != fonts_primary(setter->fonts, item->as.run.face->bold))
                return true;
        }
    }
    return false;
}

void leading_even(struct setter *setter, GPtrArray *strips)
{
    if (strips->len < 2 || !has_other_faces(setter, strips))
        return;
    double growth = 0;
    g_autoptr(GArray) above = boxes_of(strips->pdata[0]);
    for (guint i = 1; i < strips->len; i++) {
        const struct strip *upper = strips->pdata[i - 1], *lower = strips->pdata[i];
        GArray *below = boxes_of(lower);
        double distance = upper->height - strip_baseline(upper) + strip_baseline(lower);
        growth = MAX(growth, distance_for(above, below) - distance);
        g_array_unref(above);
        above = below;
    }
    setter->mess = MAX(setter->mess, growth > 0 ? MESS_SCRAPS : MESS_NONE);
    for (guint i = 0; growth > 0 && i < strips->len; i++)
        strip_grow(strips->pdata[i], growth);
}
