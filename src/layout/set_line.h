/*
 * One line that Pango broke and shaped, as a strip. Internal to text.c.
 */
#ifndef HANDOUT_LAYOUT_SET_LINE_H
#define HANDOUT_LAYOUT_SET_LINE_H

#include "layout/paragraph.h"
#include "layout/strip.h"

/*
 * The line in its column of `width` points as a strip with the runs, the record of the line, the
 * lines along words and the areas of links; owned by the caller. Reports RULE_GLYPH_MISSING
 * and RULE_MARK_ALONE and then sets setter->failed.
 *
 * Lines start at the right in documents that read from the right, and for a paragraph that does so
 * in another document; where an author has put words at the end of their column, the document alone
 * says which side that is. The blank before a hard break hangs over.
 */
struct strip *set_line(struct paragraph *p, PangoLayoutLine *line, double width,
                       enum alignment alignment);

/* Takes away the room that the marks of the paragraph have in a line, before it is set. */
void line_drop_marks(const struct paragraph *p, PangoLayoutLine *line);

#endif
