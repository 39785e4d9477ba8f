/*
 * Pictures beside text: one that is higher than wide stands at the end side of its section's words,
 * in a column that is narrower for as long as the picture is high, with its caption below it.
 */
#ifndef HANDOUT_LAYOUT_BESIDE_H
#define HANDOUT_LAYOUT_BESIDE_H

#include "layout/column.h"

/* Nothing has been read that the picture stands behind. */
#define BESIDE_NOT_YET G_MAXUINT

/* A picture that waits beside what is set. All zero: there is none. */
struct beside {
    const struct block *picture; /* the one that waits, or the last that has been placed */
    struct strip *strip;         /* it and its caption; owned, until it is placed */
    guint first;                 /* of the strips beside it */
    guint anchor;                /* of the strips, what it is read behind, or BESIDE_NOT_YET */
    double taken;                /* [pt] by which the column is narrower */
    double width;                /* [pt] of the picture */
};

/* Height of what would stand beside a picture from block `index` on, in lines of `width` points;
 * not much more than `enough` is looked for. [pt] */
typedef double beside_measure(struct column *column, const GPtrArray *blocks, guint index,
                              double width, double enough);

/* The block may stand beside a picture. */
bool beside_flows(const struct block *block);

/* At block `index` of those of a product: where such a picture, or a section that has one, begins
 * here, and enough words follow to stand beside it, the column is made narrower. */
void beside_begin(struct beside *beside, struct column *column, const GPtrArray *blocks,
                  guint index, beside_measure *measure);

/* True for the picture that stands beside the text. */
bool beside_holds(struct beside *beside, struct column *column, const struct block *block);

/* After a block: where the words are as high as the picture, or `last`, the picture is placed and
 * the column as wide as before. */
void beside_end(struct beside *beside, struct column *column, bool last);

#endif
