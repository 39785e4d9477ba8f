/*
 * Imposition for saddle stitching: pages in reading order move onto the sheets that, printed on
 * both sides, folded together and stapled in the fold, make a booklet. Only marks move; their
 * elements and their reading order stay as they are.
 */
#ifndef HANDOUT_LAYOUT_IMPOSE_H
#define HANDOUT_LAYOUT_IMPOSE_H

#include "layout/page.h"

#include <stdbool.h>

/* The pages (from 1) on one side of a sheet. */
struct spread {
    unsigned left, right;
};

/*
 * Side `side` (0: front of the outermost sheet, 1: its back, 2: front of the next, …) of a booklet
 * of `pages` pages, a multiple of four; `rtl`: bound at the right. (print-standards 3.2)
 */
struct spread impose_spread(unsigned pages, unsigned side, bool rtl);

/*
 * How far the pages of `sheet` (0: the outermost) of `sheets` move towards the fold, because the
 * thickness of the sheets around it pushes it outwards: 0.10 mm a sheet times 1.3 for imperfect
 * pressing, from 0.5 mm in all on. [pt]
 */
double impose_creep(unsigned sheet, unsigned sheets);

/* Replaces the layout's pages, all of one size and a multiple of four, by sheets of two pages side
 * by side. */
void impose(struct layout *layout, bool rtl);

#endif
