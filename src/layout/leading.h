/*
 * The distance of a text's lines on screens: one for all of them, whatever marks a script has.
 */
#ifndef HANDOUT_LAYOUT_LEADING_H
#define HANDOUT_LAYOUT_LEADING_H

#include "layout/setter.h"

#include <glib.h>

/* Where letters of one line would touch those of the next, which the first choice of faces never
 * do, all lines (struct strip *) of the text move apart, by the same, and the setter is told that
 * they are scrappy: in letters of another size, lines end elsewhere. The setter has gaps. */
void leading_even(struct setter *setter, GPtrArray *strips);

#endif
