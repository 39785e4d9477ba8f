/*
 * Page furniture: running titles and page numbers, as pagination artifacts (PDF/UA-1 7.8).
 */
#ifndef HANDOUT_LAYOUT_FURNITURE_H
#define HANDOUT_LAYOUT_FURNITURE_H

#include "layout/page.h"
#include "layout/setter.h"

/* What furniture takes at the upper or lower edge of a page, with white space towards the text.
 * [pt] */
double furniture_space(const struct setter *setter);

/* Puts the desk to the furniture's size; it sets nothing else after. */
void furniture_begin(struct setter *setter);

/* The title above `frame` where it fits one line, else the clinic's name, over a thin rule. */
void furniture_add_title(struct setter *setter, struct page *page, struct rect frame,
                         unsigned *order);

/* "Page 2 of 6" below `frame`, at its left or right edge. */
void furniture_add_number(struct setter *setter, struct page *page, struct rect frame,
                          unsigned number, unsigned pages, bool at_right, unsigned *order);

#endif
