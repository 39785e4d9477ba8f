/*
 * From Pango's glyph items to runs of the display list. Internal to set_line.c.
 */
#ifndef HANDOUT_LAYOUT_GLYPHS_H
#define HANDOUT_LAYOUT_GLYPHS_H

#include "base/diag.h"
#include "layout/page.h"

#include <pango/pango.h>

/* A glyph item of a line and where it starts. */
struct placed_run {
    const PangoGlyphItem *glyphs;
    double x;   /* [pt] left edge in the column */
    guint span; /* index of the span it belongs to */
};

/* Byte offset in `text` of the first character that has no glyph in any font, or -1. */
int glyphs_missing(const PangoGlyphItem *glyphs, const char *text);

/* Byte offset in `text` of the first mark that the shaper gave a dotted circle to stand on, because
 * no letter is there for it, or -1. A circle that the text has is none of these. */
int glyphs_alone(const PangoGlyphItem *glyphs, const char *text);

/* Says that a mark stands alone. */
void glyphs_report_alone(const char *mark, struct pos pos, struct diag *diag);

/* Says which character is missing and which package or folder would mend it. */
void glyphs_report_missing(const char *character, struct pos pos, struct diag *diag);

/*
 * Fills text, glyphs, width and direction of `run`, whose face, size and x are set; x moves on over
 * leading blanks without ink. `unit`: a Pango unit's size on the page. [pt] False, with nothing to
 * free, when there is nothing to show.
 */
bool glyphs_to_run(const PangoGlyphItem *glyphs, const char *text, double unit, struct run *run);

#endif
