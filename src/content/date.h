/*
 * Dates as people write them: in settings YYYY-MM-DD, YYYY-MM or YYYY, and in running text. Nothing
 * else in the program knows what a date looks like.
 */
#ifndef HANDOUT_CONTENT_DATE_H
#define HANDOUT_CONTENT_DATE_H

#include "base/range.h"
#include "content/fact.h"

#include <stdbool.h>

/* The last day that the fact covers; false when it is absent or no date. */
bool date_read(const struct fact *fact, GDate *out_last);

/* The first day that the fact covers; false when it is absent or no date. */
bool date_first_day(const struct fact *fact, GDate *out_first);

/* True when the fact is absent or a date; else reports RULE_VALUE for `key`. */
bool date_check(const struct fact *fact, const char *key, struct diag *diag);

/* True when `text` is YYYY-MM-DD of a day that exists. */
bool date_is_day(const char *text);

/* True when figures of `length` bytes are a date or two years: 2026-03-31, 31.3.2026, 2025-2026,
 * 2025 2026, 2025/2026. Telephone numbers are made of the same signs. */
bool date_is_figures(const char *text, size_t length);

/* The next date with its month in letters and its year, at or after the byte `from`: 12 May 2026,
 * 3. August 2026, May 12, 2026. False: no more. */
bool date_find(const char *text, size_t from, struct range *out);

/* Today, or the day that a reproducible build pretends it is (SOURCE_DATE_EPOCH). */
void date_today(GDate *out);

#endif
