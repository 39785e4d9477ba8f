/*
 * A step of the reader of opening hours. Internal to content/hours_*.c.
 */
#ifndef HANDOUT_CONTENT_HOURS_PARTS_H
#define HANDOUT_CONTENT_HOURS_PARTS_H

#include "content/hours.h"
#include "content/reader.h"

/* One more range of times behind the rule's others (hours_clock.c). */
bool hours_take_times(struct reader *r, struct hours *hours);

#endif
