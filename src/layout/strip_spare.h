/*
 * Strips that a thread has done with, for those that it makes next. Internal to strip.c.
 */
#ifndef HANDOUT_LAYOUT_STRIP_SPARE_H
#define HANDOUT_LAYOUT_STRIP_SPARE_H

#include "layout/strip.h"

/* One with arrays for its items and lines that are empty, the caller's; nothing else of it is set.
 */
struct strip *strip_spare_take(void);

/* Takes one over that has nothing beside its items and lines. */
void strip_spare_give(struct strip *strip);

#endif
