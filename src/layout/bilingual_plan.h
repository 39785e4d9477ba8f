/*
 * Which strips of two columns stand on which page: pages filled one after the other, unless that
 * leaves little for the last one.
 */
#ifndef HANDOUT_LAYOUT_BILINGUAL_PLAN_H
#define HANDOUT_LAYOUT_BILINGUAL_PLAN_H

#include "layout/frames.h"

/* Ends of the pages, as those of frames_plan, on as many pages. Owned by the caller. */
GArray *bilingual_plan(const struct chain *chain, const GPtrArray *strips);

#endif
