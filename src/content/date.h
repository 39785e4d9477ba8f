/*
 * Dates as people write them in settings: YYYY-MM-DD, YYYY-MM or YYYY.
 */
#ifndef HANDOUT_CONTENT_DATE_H
#define HANDOUT_CONTENT_DATE_H

#include "content/fact.h"

#include <stdbool.h>

/* The last day that the fact covers; false when it is absent or no date. */
bool date_read(const struct fact *fact, GDate *out_last);

/* The first day that the fact covers; false when it is absent or no date. */
bool date_first_day(const struct fact *fact, GDate *out_first);

/* True when the fact is absent or a date; else reports RULE_VALUE for `key`. */
bool date_check(const struct fact *fact, const char *key, struct diag *diag);

/* Today, or the day that a reproducible build pretends it is (SOURCE_DATE_EPOCH). */
void date_today(GDate *out);

#endif
