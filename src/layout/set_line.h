/*
 * One line that Pango broke and shaped, as one of a galley. Internal to text.c.
 */
#ifndef HANDOUT_LAYOUT_SET_LINE_H
#define HANDOUT_LAYOUT_SET_LINE_H

#include "layout/galley.h"
#include "layout/paragraph.h"

/*
 * Adds the line in its column of `width` points to the galley. Reports RULE_GLYPH_MISSING and
 * RULE_MARK_ALONE and then sets setter->failed.
 *
 * Lines start at the right in documents that read from the right, and for a paragraph that does so
 * in another document; where an author has put words at the end of their column, the document alone
 * says which side that is. The blank before a hard break hangs over.
 */
void set_line(struct paragraph *p, PangoLayoutLine *line, double width, enum alignment alignment,
              struct galley *galley);

/* Takes away the room that the marks of the paragraph have in a line, before it is set. */
void line_drop_marks(const struct paragraph *p, PangoLayoutLine *line);

#endif
