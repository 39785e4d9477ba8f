/*
 * Ranges of a text within which no line ends. Internal to text.c and breaking.c.
 */
#ifndef HANDOUT_LAYOUT_WHOLE_H
#define HANDOUT_LAYOUT_WHOLE_H

#include "layout/shaped.h"

#include <pango/pango.h>

/* Takes away the line ends that Pango offers within `ranges`: of struct range, bytes of the text,
 * in any order. To be called once the layout has all of its text, attributes and width; copies of
 * the layout do not know of it. */
void whole_keep(PangoLayout *layout, const GArray *ranges);

/* The same in a text that is in no column. */
void whole_keep_shaped(struct shaped *shaped, const GArray *ranges);

/* The places of the layout's text, the caller's, for whole_undo(). */
PangoLogAttr *whole_places(PangoLayout *layout);

/* Lines end where they may by `places`, as before whole_keep(). */
void whole_undo(PangoLayout *layout, const PangoLogAttr *places);

#endif
