/*
 * Pictures in a column of text.
 */
#ifndef HANDOUT_LAYOUT_PICTURE_H
#define HANDOUT_LAYOUT_PICTURE_H

#include "layout/setter.h"
#include "layout/strip.h"

/* The picture of a block of kind IMAGE as a strip for a column of `width` points, at the side where
 * lines start; a link where its element is inside one. Owned by the caller. */
struct strip *picture_strip(struct setter *setter, const struct block *block, double width);

/* The lines below a picture (struct strip *): none where it has no caption. Owned by the caller. */
GPtrArray *picture_caption(struct setter *setter, const struct block *block, double width);

#endif
