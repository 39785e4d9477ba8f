/*
 * Pictures beside text: one that is higher than wide stands at the end side of its section's words,
 * in a column that is narrower for as long as the picture is high.
 */
#ifndef HANDOUT_LAYOUT_BESIDE_H
#define HANDOUT_LAYOUT_BESIDE_H

#include "layout/column.h"

/* A picture that waits beside what is set. All zero: there is none. */
struct beside {
    const struct block *picture;
    struct strip *strip; /* owned, until it is placed */
    guint first;         /* of the strips beside it */
    guint anchor;        /* of the strips, what it is read behind; 0: not known yet */
    double taken;        /* [pt] by which the column is narrower; 0: it is not */
};

/* At block `index` of those of a product: where a section begins here that has such a picture, its
 * column is made narrower. */
void beside_begin(struct beside *beside, struct column *column, const GPtrArray *blocks,
                  guint index);

/* True for the picture that stands beside the text already. */
bool beside_holds(struct beside *beside, const struct column *column, const struct block *block);

/* After a block: where the words are as high as the picture, or `last`, the picture is placed and
 * the column as wide as before. */
void beside_end(struct beside *beside, struct column *column, bool last);

#endif
