/*
 * Panels of handouts: what stands out of the text in a frame of its own, told apart by shape and
 * icon, not by colour. A panel is one strip, so no page parts it.
 */
#ifndef HANDOUT_LAYOUT_PANEL_H
#define HANDOUT_LAYOUT_PANEL_H

#include "layout/column.h"

enum panel_kind {
    PANEL_KEY_POINTS, /* a frame */
    PANEL_NOTE,       /* a tint, with an "i" */
    PANEL_IMPORTANT,  /* a frame, with an "i" */
    PANEL_WARNING,    /* a dark slab with a triangle */
    PANEL_KIND_COUNT
};

/* The panel that a callout stands in. */
enum panel_kind panel_of_callout(enum callout callout);

/* The block at `index` heads the key points, whose list follows. */
bool panel_is_key_points(const GPtrArray *blocks, guint index);

/* Whether the column has panels: of a product that has them, outside of other blocks. */
bool panel_is_due(const struct column *column);

/* Width of the words in a panel that stands in the column now. [pt] */
double panel_width(const struct column *column, enum panel_kind kind);

/* Appends the strips, set as wide as that, in a panel; true. False, with nothing done, where they
 * are higher than a page. */
bool panel_append(struct column *column, enum panel_kind kind, GPtrArray *strips, struct pos pos);

/* One strip of `width` points, of a heading and of what begins beside it, `start` points from where
 * lines start, on one baseline; owned by the caller. Both are used up. */
struct strip *panel_join_beside(const struct column *column, GPtrArray *heading, GPtrArray *list,
                                double start, double width);

#endif
