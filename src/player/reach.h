/*
 * Whether visitors reach what they are to touch. The bar is at the foot of the panel; where that
 * hangs, the clinic says by the height of the lowest line of text.
 */
#ifndef HANDOUT_PLAYER_REACH_H
#define HANDOUT_PLAYER_REACH_H

#include "base/diag.h"
#include "content/style.h"

/* Heights above the floor that everybody reaches from the front, also out of a wheelchair: 15 and
 * 48 in (ADA 308.2.1; EN 301 549 8.3). [mm] */
#define REACH_LOWEST_MM  380.0
#define REACH_HIGHEST_MM 1220.0

/* Heights above the floor. [mm] */
struct reach {
    double panel_from_mm, panel_to_mm; /* the picture's edges */
    double bar_to_mm;                  /* the upper edge of the bar with its second row; the lower
                                          one is the panel's */
};

struct reach reach_of(const struct screen_setup *screen);

bool reach_is_enough(const struct reach *reach);

/* Reports a bar that is out of reach, where the clinic says how high the panel hangs. */
void reach_check(const struct screen_setup *screen, struct diag *diag);

#endif
