/*
 * Steps of the reader of opening hours. Internal to content/hours_*.c.
 */
#ifndef HANDOUT_CONTENT_HOURS_PARTS_H
#define HANDOUT_CONTENT_HOURS_PARTS_H

#include "content/hours.h"
#include "content/reader.h"

/* All days that stand here, none is as well (hours_days.c). False: they are no days after all. */
bool hours_take_days(struct reader *r, struct hours *hours);

/* One more range of times behind the rule's others (hours_clock.c). */
bool hours_take_times(struct reader *r, struct hours *hours);

#endif
