/*
 * Which ground a screen of words stands on.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_GROUNDS_H
#define HANDOUT_LAYOUT_SCREEN_GROUNDS_H

#include "layout/screen_plan.h"

/* Before the first screen of a section: the next section of its own kind takes the next turn. */
void screen_ground_turn(struct show *show, const struct section *section);

/* The ground of screen `n` of the section's plan. */
enum ground_kind screen_ground(const struct show *show, const struct section *section,
                               const struct screen_plan *plan, guint n);

#endif
