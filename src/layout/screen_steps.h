/*
 * How large the letters of a section's screens may be, so that they are seen to be of one kind.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_STEPS_H
#define HANDOUT_LAYOUT_SCREEN_STEPS_H

#include "layout/screen_plan.h"

/*
 * For each screen of the plan the most that its letters may have, ÷ their legal size (of double);
 * owned by the caller. No screen is more than a step larger than the section's smallest; where a
 * sentence is parted, or a screen has letters under the legal size, none is larger than the
 * others. What stands out of its section is held back by nothing.
 */
GArray *screen_steps(struct show *show, const struct section *section,
                     const struct screen_plan *plan);

#endif
