/*
 * How far letters stand from each other: between the closest points of the outlines of two
 * neighbours there is room enough, and not too much, whatever the face's metrics say. For scripts
 * whose letters stand by themselves. (numbers: screen_look; looks: ADA 703.5.8, spacing of 10 to
 * 35 % of the height of capitals)
 */
#ifndef HANDOUT_LAYOUT_GAPS_H
#define HANDOUT_LAYOUT_GAPS_H

#include "layout/page.h"

struct gaps;

/* Remembers what it has measured, by face and pair. Freed with `gaps_free`. */
struct gaps *gaps_new(void);
void gaps_free(struct gaps *gaps);

/*
 * Moves the letters of the run apart or together, by changing advances and the run's width; what is
 * added stands in the run's moves. `most`: no more than that in all. [pt] Returns what was added.
 * [pt]
 */
double gaps_apply(struct gaps *gaps, struct run *run, double most);

/* What the glyph covers, from its origin, y downwards. [em] */
struct rect gaps_ink(const struct face *face, uint32_t glyph);

#endif
