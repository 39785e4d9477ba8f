/*
 * The drawing on a brochure's cover: a sun over layered hills, in tints of the clinic's one accent
 * colour. It means nothing that a reader could miss, so it is decoration.
 */
#ifndef HANDOUT_LAYOUT_COVER_ART_H
#define HANDOUT_LAYOUT_COVER_ART_H

#include "layout/page.h"

/* Fills `area` of the page; the items take rising `*order` numbers. */
void cover_art_add(struct page *page, struct rect area, struct color accent, unsigned *order);

#endif
