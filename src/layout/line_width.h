/*
 * How wide a line of Pango's is. Its runs know: asked for a line's extents, Pango looks up those of
 * each of its letters.
 */
#ifndef HANDOUT_LAYOUT_LINE_WIDTH_H
#define HANDOUT_LAYOUT_LINE_WIDTH_H

#include <pango/pango.h>

/* [Pango units] */
int line_width(const PangoLayoutLine *line);

#endif
