/*
 * The spine: stacked parts along the edge where lines start, one for each screen of a section. What
 * has been shown and what is shown now are alike in colour; the present one is a tab, so that its
 * place is told by shape. No digits: nobody has to read how far it is.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_SPINE_H
#define HANDOUT_LAYOUT_SCREEN_SPINE_H

#include "layout/screen_show.h"

/* Draws the spine of the screen that is number `part` (from 0) of `parts`, in the colours of the
 * show's ground. */
void screen_spine_add(const struct show *show, struct page *page, guint part, guint parts);

/* The same as one bar, where there are no parts. */
void screen_spine_add_whole(const struct show *show, struct page *page, struct color color);

#endif
