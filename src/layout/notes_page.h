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

#endif
