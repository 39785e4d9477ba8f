/*
 * The days of an article on pages that lie where they are for long: they say them, and the browser
 * hides what is not on (browser/days.js).
 */
#ifndef HANDOUT_PLAYER_DAYS_H
#define HANDOUT_PLAYER_DAYS_H

#include "base/xml.h"
#include "content/schedule.h"

/* Of the element just opened. */
void days_add(struct xml *page, const struct schedule *schedule);

/* True when it is shown on some days alone. */
bool days_are_said(const struct schedule *schedule);

/* How many of them (of const struct schedule *) are shown, on one day or another: of guint, each
 * number once; the array is the caller's. */
GArray *days_counts(const GPtrArray *schedules);

#endif
