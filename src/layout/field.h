/*
 * What a card says: its name, and its fields, each a label and what belongs to it. "Label: value"
 * is what is heard and copied; the eye is told by weight and place, so the colon is not drawn.
 */
#ifndef HANDOUT_LAYOUT_FIELD_H
#define HANDOUT_LAYOUT_FIELD_H

#include "layout/column.h"

/* The strips of the words (BLOCK_TEXT) that name a card, in a column of `width` points; owned by
 * the caller. */
GPtrArray *field_set_name(const struct column *column, const struct block *name, double width);

/* The strips of one of its fields (BLOCK_TEXT), as wide as the column; bound to each other; owned
 * by the caller. */
GPtrArray *field_set(const struct column *column, const struct block *field);

#endif
