/*
 * Imposition for saddle stitching: pages in reading order move onto the sheets that, printed on
 * both sides, folded together and stapled in the fold, make a booklet. Only marks move; their
 * elements and their reading order stay as they are.
 */
#ifndef HANDOUT_LAYOUT_IMPOSE_H
#define HANDOUT_LAYOUT_IMPOSE_H

#include "layout/page.h"

#include <stdbool.h>

/*
 * Replaces the layout's pages, all of one size and a multiple of four, by the sides of sheets with
 * two pages side by side: the front of the outermost sheet, its back, the front of the next, …
 * (print-standards 3.2); `rtl`: bound at the right. Pages of inner sheets move towards the fold,
 * because the thickness of the sheets around them pushes them outwards: 0.10 mm a sheet times 1.3
 * for imperfect pressing, from 0.5 mm in all on.
 */
void impose(struct layout *layout, bool rtl);

#endif
