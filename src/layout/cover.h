/*
 * The cover of what is folded: the clinic's logo or name, the title with what stands behind its
 * colon in a lighter line, and the summary.
 */
#ifndef HANDOUT_LAYOUT_COVER_H
#define HANDOUT_LAYOUT_COVER_H

#include "layout/setter.h"
#include "layout/strip.h"

/* The clinic's name beside a bar, or its logo, `width` points wide at most; owned by the caller.
 * NULL: it gives neither. */
struct strip *cover_set_name(struct setter *setter, const struct scale *scale, double width);

/* Title, subtitle and summary in the first of the scale's sizes that parts no word and takes no
 * more than its lines; owned by the caller. `summary`: with it. */
struct strip *cover_set_title(struct setter *setter, const struct scale *scale, double width,
                              bool summary);

/* True for the blocks that a cover holds. */
bool cover_holds(const struct block *block, bool summary);

/* True when the article has a picture, and a cover that leaves it `least` points of height and
 * `width` of width holds it: no more than half of them go to who took it. */
bool cover_takes_picture(struct setter *setter, double width, double least);

/* The article's picture, or its motif, in that area of a page of the layout, with who took it at
 * the foot. What a picture leaves of the area has a quiet ground; it fills all of it where that
 * cuts off little, or the author allows it. `picture`: it is to stand here. */
void cover_place_art(struct setter *setter, struct layout *layout, struct page *page,
                     struct rect area, bool picture, unsigned *order);

#endif
