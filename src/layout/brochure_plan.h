/*
 * Which strips of the text stand on which panel: whole sections, if there is such a plan, and never
 * a part of a sentence where one can be avoided.
 */
#ifndef HANDOUT_LAYOUT_BROCHURE_PLAN_H
#define HANDOUT_LAYOUT_BROCHURE_PLAN_H

#include "layout/strip.h"

/* What a fold may part, from the best to the last resort. */
enum seam { SEAM_SECTIONS, SEAM_BLOCKS, SEAM_SENTENCES, SEAM_ANYWHERE, SEAM_COUNT };

/*
 * Ends of `panels` panels of `height` points, as strip indices (of guint), owned by the caller: the
 * cheapest by the costs of their ends and of uneven heights, among those that part nothing worse
 * than `worst`. NULL: there is none.
 */
GArray *brochure_plan(const GPtrArray *strips, guint panels, double height, enum seam worst);

/* What an end before strip `index` parts; SEAM_COUNT where none may be. */
enum seam brochure_seam(const GPtrArray *strips, guint index);

#endif
