/*
 * Flow: blocks become one column of strips, with the white space, indents, bars and markers that
 * their kinds ask for.
 */
#ifndef HANDOUT_LAYOUT_FLOW_H
#define HANDOUT_LAYOUT_FLOW_H

#include "layout/setter.h"
#include "layout/strip.h"

/* A column under construction. */
struct flow {
    struct setter *setter;
    GPtrArray *strips;  /* of struct strip *; the result */
    double x, width;    /* [pt] of the text now, within the column */
    double narrowest;   /* [pt] least width that nesting may leave to the text */
    double after;       /* [pt] white space that the last block asked for below itself */
    bool after_heading; /* the last strip belongs to a heading */
    GArray *rails;      /* of struct rail: the bars beside the text now */
};

/* The blocks (struct block *) as strips for a column of `width` points, owned by the caller. */
GPtrArray *flow_blocks(struct setter *setter, const GPtrArray *blocks, double width);

/* Adds a strip below the last one, at the flow's indent, with at least `before` points between
 * them. */
void flow_append(struct flow *flow, struct strip *strip, double before);

/* Adds the strips of one text below the last one; the array is used up. */
void flow_append_lines(struct flow *flow, GPtrArray *strips, double before);

/* A label and a line to write on, with its form field if it has one. */
void flow_write_line(struct flow *flow, const struct block *block);

/* A box to tick, with its form field, and its words. */
void flow_choice(struct flow *flow, const struct block *block);

/* A dashed line as wide as the text, to cut along. */
struct strip *flow_cut_line(const struct flow *flow);

/* An empty box, as an outline to fill. */
void flow_add_box(struct path *path, struct rect r, double line);

/* A table as strips, one a row, its header shown again wherever a page starts inside it. */
void flow_table(struct flow *flow, const struct block *table);

/* Draws the marker of a list item beside its first strip. `x`, `width`: of the space kept for it.
 * [pt] */
void flow_marker(struct flow *flow, const struct block *item, struct strip *strip, double x,
                 double width);

/* Space that the markers of a list need at the side of its text. [pt] */
double flow_marker_space(struct flow *flow, const struct block *list);

/* A QR code of `text` as a strip; NULL, reported, when the text is too long for one. */
struct strip *flow_qr(struct setter *setter, const struct block *block);

#endif
