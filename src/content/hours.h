/*
 * Opening hours: the subset of the OpenStreetMap `opening_hours` syntax that schema.org shares,
 * said in words.
 *
 *   days [times]   Mo-Fr 09:00-12:00,13:00-17:00 · Sa,Su 10:00-14:00 · Mo-Fr (no times known) · PH
 * off · 24/7
 */
#ifndef HANDOUT_CONTENT_HOURS_H
#define HANDOUT_CONTENT_HOURS_H

#include "base/diag.h"
#include "content/labels.h"

#include <stdbool.h>
#include <stddef.h>

#define HOURS_MAX 8 /* days, or ranges of times, in one line */

/* Minutes after midnight. */
struct times {
    int from, to;
};

/* True when `text` is a line in the syntax above; else reports RULE_VALUE at `pos` and returns
 * false. */
bool hours_check(const char *text, struct pos pos, struct diag *diag);

/* True when the line gives days without times and does not say `off`. */
bool hours_lack_times(const char *text);

/* The days of the week that the line says something about, closed or open: bit 0 is Monday. */
unsigned hours_days(const char *text);

/* True when two lines say different things about the same time of the same day. */
bool hours_overlap(const char *one, const char *other);

/* The line in words ("Monday to Friday: 9 am to 5 pm"); owned by the caller. `text` has passed
 * `hours_check`. */
char *hours_in_words(const char *text, const struct labels *labels);

/* Weekdays such as "Mo-Fr,Su" as bits, 1 << 0 for Monday; 0 when `text` is none. Holidays do not
 * count. */
unsigned hours_weekdays(const char *text);

/* Ranges such as "09:00-12:00,13:00-17:00" into `out`; how many, 0 when `text` is none. */
size_t hours_times(const char *text, struct times out[HOURS_MAX]);

#endif
