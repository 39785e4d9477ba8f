/*
 * Lines of a kind that Pango does not choose by itself. Internal to text.c.
 */
#ifndef HANDOUT_LAYOUT_BREAKING_H
#define HANDOUT_LAYOUT_BREAKING_H

#include "layout/paragraph.h"
#include "layout/shaped.h"

/* Breaks the layout of the paragraph anew, as the profile has it for its kind of text (enum
 * breaking), in as many lines as it has. Says in the setter where lines were broken evenly and are
 * not clean (breaker.h). */
void breaking_choose(struct paragraph *p, PangoLayout *layout);

/* The same without breaking anything, of a text that was shaped in no column: the byte behind each
 * line (of gsize) in a column of `width` Pango units; owned by the caller. NULL when a word is
 * wider. */
GArray *breaking_ends(struct paragraph *p, const struct shaped *shaped, int width);

#endif
