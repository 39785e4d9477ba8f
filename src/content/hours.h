/*
 * Opening hours: one line of them, what it says, and how it is said. A line is read once, where it
 * comes in, and kept as `struct hours` beside what its author wrote; nothing else in the program
 * knows the names of days or what a time looks like.
 *
 * Two manners of writing are read, by one reader (hours_read.c), each a table of its words:
 *
 *   exact    the subset of OpenStreetMap's `opening_hours` that schema.org shares:
 *            days [times]   Mo-Fr 09:00-12:00,13:00-17:00 · Sa,Su 10:00-14:00 · PH off · 24/7
 *            Mo-Fr (no times known)
 *   spoken   English, as web pages have it: Monday to Friday: 9 am – 5:30 p.m. · Sat, Sun closed
 *
 * Whatever more a line may say one day (months, the third Thursday, a note) gets a field of `struct
 * hours`, words in the tables of the manners that know it, and a place in `hours_in_words`.
 */
#ifndef HANDOUT_CONTENT_HOURS_H
#define HANDOUT_CONTENT_HOURS_H

#include "base/range.h"
#include "content/labels.h"

#include <stdbool.h>
#include <stddef.h>

#define HOURS_MAX 8 /* days, or ranges of times, in one line */

enum day {
    DAY_MONDAY,
    DAY_TUESDAY,
    DAY_WEDNESDAY,
    DAY_THURSDAY,
    DAY_FRIDAY,
    DAY_SATURDAY,
    DAY_SUNDAY,
    DAY_PUBLIC_HOLIDAY, /* stands alone: no range starts or ends with it */
    DAY_COUNT,
    DAY_WEEK = DAY_PUBLIC_HOLIDAY /* days in a week */
};

/* Days in a row, over the end of the week where `last` comes first; equal: a single day. */
struct days {
    enum day first, last;
};

/* Minutes after midnight, 1440 being the end of the day; past midnight where `to` comes first. */
struct times {
    int from, to;
};

enum hours_kind {
    HOURS_UNTIMED, /* open on these days; when is not said */
    HOURS_TIMED,   /* open on these days at these times */
    HOURS_CLOSED,  /* closed on these days */
    HOURS_ALWAYS,  /* open all day, every day */
    HOURS_KIND_COUNT
};

struct hours {
    enum hours_kind kind;
    struct days days[HOURS_MAX]; /* in the author's order; ALWAYS: none */
    size_t n_days;
    struct times times[HOURS_MAX]; /* TIMED: in the order of the day, only the last past midnight */
    size_t n_times;
};

enum hours_manner { HOURS_EXACT, HOURS_SPOKEN, HOURS_MANNER_COUNT };

/* False when `text` is no line of opening hours in this manner; `*out` then means nothing. */
bool hours_read(const char *text, enum hours_manner manner, struct hours *out);

/* The same for half a line in the exact manner, as schedules have them: days without times
 * ("Mo-Fr,Su": UNTIMED), and times without days ("09:00-12:00,13:00-17:00": TIMED, no days). */
bool hours_read_days(const char *text, struct hours *out);
bool hours_read_times(const char *text, struct hours *out);

/* The line in the exact manner, with two digits for every hour; owned by the caller. */
char *hours_to_text(const struct hours *hours);

/* "Mo" to "Su", "PH". Static. */
const char *hours_day_code(enum day day);

/* The days of the week that the line says something about, closed or open: bit 0 is Monday. Public
 * holidays are no days of the week. */
unsigned hours_weekdays(const struct hours *hours);

/* True when a range of the line starts or ends at this minute of the day, 0 or 1440 for midnight.
 */
bool hours_name_time(const struct hours *hours, int minutes);

/* True when two lines say different things about the same time of the same day. */
bool hours_overlap(const struct hours *one, const struct hours *other);

/* The line in words ("Monday to Friday: 9 am to 5 pm"); owned by the caller. */
char *hours_in_words(const struct hours *hours, const struct labels *labels);

/* The next time of day in running text at or after the byte `from`, and what it is in minutes after
 * midnight: 14:00, 9 am, 8.30 p.m. False: no more. */
bool hours_find_time(const char *text, size_t from, struct range *out, int *out_minutes);

#endif
