/*
 * The fields of a card on screens: a label, and what it says behind or below it.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_FIELD_H
#define HANDOUT_LAYOUT_SCREEN_FIELD_H

#include "layout/screen_show.h"

/* The field in letters of the show's size now, `width` points wide, as one strip owned by the
 * caller. `tight`: what stands in brackets stays in the line of its value where that has room. */
struct strip *screen_field_set(struct show *show, const struct block *field, double width,
                               bool tight);

/* Room that the last line of a label leaves beside it. [pt] */
double screen_field_room(const struct show *show, const GPtrArray *label, double width);

#endif
