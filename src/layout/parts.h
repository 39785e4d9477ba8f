/*
 * Even parts: a row of pieces divided into as few stretches as possible, all of about the same
 * number of words.
 */
#ifndef HANDOUT_LAYOUT_PARTS_H
#define HANDOUT_LAYOUT_PARTS_H

#include <glib.h>

/*
 * Ends of the parts, as piece indices (of guint), owned by the caller. `longest[i]` is the end of
 * the longest stretch that may start with piece i; it is above i and never falls as i rises. No
 * part ends with a piece that belongs with the next one. `pieces`: of struct piece.
 */
GArray *parts_even(const GArray *pieces, const guint *longest);

#endif
