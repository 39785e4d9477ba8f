/*
 * The crisis box: where to turn at once, in large letters, below the first box that says when to
 * call.
 */
#ifndef HANDOUT_LAYOUT_CRISIS_BOX_H
#define HANDOUT_LAYOUT_CRISIS_BOX_H

#include "layout/column.h"

/* Appends the box, where the clinic gives a crisis line and a page holds it. It is decoration: the
 * contact band says the same. */
void crisis_box_append(struct column *column);

#endif
