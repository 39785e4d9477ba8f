/*
 * Who made and checked a handout: small, below the text, two facts to a row where they fit.
 */
#ifndef HANDOUT_LAYOUT_ABOUT_H
#define HANDOUT_LAYOUT_ABOUT_H

#include "layout/column.h"

/* Appends the block at `*index` if it is one of these, in a handout; in a row with it also the
 * next one, whose index `*index` then is. False, with nothing done, for all others. */
bool about_append(struct column *column, const GPtrArray *blocks, guint *index);

#endif
