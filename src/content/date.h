/*
 * Dates as people write them: in settings YYYY-MM-DD, YYYY-MM or YYYY, and in running text. Nothing
 * else in the program knows what a date looks like.
 */
#ifndef HANDOUT_CONTENT_DATE_H
#define HANDOUT_CONTENT_DATE_H

#include "base/range.h"
#include "content/fact.h"
#include "content/labels.h"
#include "content/reader.h"

#include <stdbool.h>

/* A day, a month or a day of every year; what is not said is 0. Months count from 1. */
struct date {
    int year, month, day;
};

struct dates {
    struct date first, last; /* equal: a single one */
};

/* What the fact says, month and day 0 where it says none; false when it is absent or no date. */
bool date_parts(const struct fact *fact, int *out_year, int *out_month, int *out_day);

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

/* True when figures of `length` bytes may be two years of any century since the tenth: 1848-1849.
 */
bool date_may_be_years(const char *text, size_t length);

/* The next date with its month in letters and its year, at or after the byte `from`: 12 May 2026,
 * 3. August 2026, May 12, 2026, 12 de mayo de 2026; and dates with signs for year, month and day,
 * 2026年5月12日, 5월 12일. False: no more. */
bool date_find(const char *text, size_t from, struct range *out);

/* Takes a date or a range of dates in English or in figures, in any order that people write them
 * in: Jun-Aug, Dec 24 - 26, 24 December 2026, 2026-12-24. False, and nothing taken: there is none,
 * or no such day. */
bool date_take(struct reader *r, struct dates *out);

/* The three letters of a month from 1 to 12 in English ("Jan"); static. */
const char *date_month_code(int month);

/* The date in the words of a language, as CLDR has it there: "October 1, 2026", "1 October 2026". A
 * `month` or `day` of 0 is not known, a `year` of 0 stands for every year; a day has its month.
 * Owned by the caller. */
char *date_in_words(int year, int month, int day, const struct labels *labels);

/* The same for a fact, which must have a value: as it is written when it is no date. Owned by the
 * caller. */
char *date_fact_in_words(const struct fact *fact, const struct labels *labels);

/* Today, or the day that a reproducible build pretends it is (SOURCE_DATE_EPOCH). */
void date_today(GDate *out);

#endif
