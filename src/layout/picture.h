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

/* Where the picture of such a strip stands. [pt] */
struct rect picture_box_of(const struct strip *strip);

/* Makes the corners of what covers `box` round, on white paper. */
void picture_round(struct strip *strip, struct rect box, double radius);

/* The lines below a picture (struct strip *): none where it has no caption. Owned by the caller. */
GPtrArray *picture_caption(struct setter *setter, const struct block *block, double width);

/* Puts the caption beside a wide picture in a column of that width, below a rule; false where it
 * has no room there, or there is none. */
bool picture_caption_beside(struct setter *setter, struct strip *strip, const struct block *block,
                            double width);

/* The middle of the image, of so many of its pixels; owned by the layout. */
const struct image *picture_middle(struct layout *layout, const struct image *image,
                                   double width_px, double height_px);

#endif
