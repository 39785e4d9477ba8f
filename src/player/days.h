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

#endif
