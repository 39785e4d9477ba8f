/*
 * Where the pages of a booklet end.
 */
#ifndef HANDOUT_LAYOUT_BOOKLET_PLAN_H
#define HANDOUT_LAYOUT_BOOKLET_PLAN_H

#include "layout/frames.h"

/* The pages of its article. */
struct booklet_room {
    struct setter *setter; /* lent */
    struct chain chain;
    double width; /* [pt] */
};

/* Ends of the pages, which are as few as can be and part sections where that costs least, or are
 * full where that leaves room for notes; owned by the caller. Reported, and not all of them, where
 * a single strip, such as a table row, is higher than a page. */
GArray *booklet_plan(const struct booklet_room *room, const GPtrArray *strips);

/* What the pages of a plan lack to be full, in pages; nothing where notes fill the last. */
double booklet_lack(const struct booklet_room *room, const GPtrArray *strips, const GArray *ends);

#endif
