/*
 * Pages to write on: what paper has where nothing else stands on it, so that no page is blank.
 */
#ifndef HANDOUT_LAYOUT_NOTES_PAGE_H
#define HANDOUT_LAYOUT_NOTES_PAGE_H

#include "layout/frames.h"

/* Fills an empty frame with lines to write on, down to its foot. The first such page of a layout
 * has the heading that the document gives it; pages that go on with it have none. The lines are
 * decoration. */
void notes_page_fill(struct setter *setter, const struct frame *frame, bool first, unsigned *order);

/* What lines leave above the rule of a foot, so that the last is not taken for it. [pt] */
double notes_clearance(const struct setter *setter);

/* The same as strips below a text, heading and all, for a column of `width` points with `room`
 * below it; none where too few lines have room. Owned by the caller. */
GPtrArray *notes_strips(struct setter *setter, double width, double room);

/* So much room holds a heading and lines that are worth it. */
bool notes_have_room(struct setter *setter, double width, double room);

#endif
