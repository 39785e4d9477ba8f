/*
 * Opening hours: what a line of them says, and how it is said. A line is read once, where it comes
 * in, and kept as rules (`struct hours`) beside what its author wrote; nothing else in the program
 * knows what a time looks like.
 *
 * One reader (hours_read.c) takes what OpenStreetMap's `opening_hours` and schema.org share, and
 * the plain English of web pages, in capitals or not, with any dash, dots or colons:
 *
 *   Mo-Fr 09:00-12:00,13:00-17:00 · Sa,Su 10:00-14:00 · PH off · SH 10:00-12:00 · 24/7 · Fr 17:00+
 *   Mon-Fri 9am-5pm · Monday to Friday: 9 am – 5:30 p.m. · Closed on Sundays · 9-17 · 9-5 · 7:30-6
 *   9am-5pm, Mon-Fri · M-F 0900-1700 · Tue/Thu 10am-7pm · Open Sat 9-12 Uhr
 *   Th[3],Th[-1] off · first Monday of the month 9am-noon
 *   SH Mo-Fr 10:00-12:00 · Mon-Fri during school holidays 9am-noon
 *   Jun-Aug Mo-Fr 08:00-14:00 · Dec 24-26 off · 2026 Dec 24 09:00-12:00 · 24 December closed
 *   Mo-Fr 08:00-12:00 "by appointment" · "by appointment" · Mo-Fr (no times known)
 *
 * Several rules in one line are parted by ';', or by ',' before a day; of two that contradict each
 * other the later one holds.
 */
#ifndef HANDOUT_CONTENT_HOURS_H
#define HANDOUT_CONTENT_HOURS_H

#include "base/range.h"
#include "content/date.h"
#include "content/fact.h"
#include "content/labels.h"

#include <stdbool.h>
#include <stddef.h>

#define HOURS_MAX        8   /* days, dates, or ranges of times, in one rule */
#define HOURS_NOTE_BYTES 160 /* of a note, with its end: longer ones are not read */

enum day {
    DAY_MONDAY,
    DAY_TUESDAY,
    DAY_WEDNESDAY,
    DAY_THURSDAY,
    DAY_FRIDAY,
    DAY_SATURDAY,
    DAY_SUNDAY,
    DAY_PUBLIC_HOLIDAY, /* these two stand alone: no range starts or ends with them */
    DAY_SCHOOL_HOLIDAY,
    DAY_COUNT,
    DAY_WEEK = DAY_PUBLIC_HOLIDAY /* days in a week */
};

#define NTH_EVERY 0
#define NTH_LAST  (-1)
#define NTH_MAX   5

/* Days in a row, over the end of the week where `last` comes first; equal: a single day. */
struct days {
    enum day first, last;
    int nth; /* of a single day: 1 to NTH_MAX in its month, NTH_LAST, or NTH_EVERY */
};

#define HOURS_OPEN_END (-1)
#define HOURS_DAY_END  (24 * 60)

/* Minutes after midnight, 1440 being the end of the day; past midnight where `to` comes first;
 * HOURS_OPEN_END where nobody says when it ends. */
struct times {
    int from, to;
};

enum hours_kind {
    HOURS_UNTIMED, /* open on these days; when is not said */
    HOURS_TIMED,   /* open on these days at these times */
    HOURS_CLOSED,  /* closed on these days */
    HOURS_ALWAYS,  /* open all day, every day */
    HOURS_WRITTEN, /* nobody knows: the line is printed as its author wrote it */
    HOURS_KIND_COUNT
};

/* One rule. Plain: nothing in it is owned. */
struct hours {
    enum hours_kind kind;
    struct dates dates[HOURS_MAX]; /* none: all year */
    size_t n_dates;
    enum day within; /* one of the holidays: `days` are those in such holidays; else all year's */
    struct days days[HOURS_MAX]; /* in the author's order; none: not said, or every day */
    size_t n_days;
    struct times times[HOURS_MAX]; /* TIMED: in the order of the day, only the last past midnight */
    size_t n_times;
    bool by_appointment;
    bool doubtful;               /* ends before it begins, and nothing says that this is meant */
    bool from_12_am;             /* and to an hour of the afternoon: noon may be meant */
    char note[HOURS_NOTE_BYTES]; /* in the author's words; empty: none */
    const struct fact *line;     /* where it comes from; lent; NULL: not from a list of lines */
};

/* Appends the rules that `text` holds to `out`, an array of struct hours. False, and nothing
 * appended, when `text` is no line of opening hours. */
bool hours_read(const char *text, GArray *out);

/* The same for what people write in other shapes ("Fri 9-12 13-16:30", "Sat 9-12 urgent visits",
 * "Mon 8–4 · Sat closed"), and in the language of the labels (NULL: English alone). */
bool hours_read_human(const char *text, const struct labels *labels, GArray *out);

/* A line in the language of the labels, as English has it; owned by the caller; NULL: no day is
 * named in it. */
char *hours_in_english(const struct labels *labels, const char *text);

/* True for words that say that it is open: "When we are open". */
bool hours_say_open(const struct labels *labels, const char *text);

/* The rules of all `lines` in their order, which must outlive them; lines that cannot be read
 * become HOURS_WRITTEN and are reported, as are doubtful ones. Owned by the caller. */
GArray *hours_read_lines(const struct fact_list *lines, struct diag *diag);

/* The same for half a rule, as schedules have them: days without times ("Mo-Fr,Su": UNTIMED), and
 * times without days ("09:00-12:00,13:00-17:00": TIMED, no days, no open end). */
bool hours_read_days(const char *text, struct hours *out);
bool hours_read_times(const char *text, struct hours *out);

/* The rules as OpenStreetMap writes them, with two digits for every hour; owned by the caller. */
char *hours_to_text(const GArray *rules);

/* "Mo" to "Su", "PH", "SH". Static. */
const char *hours_day_code(enum day day);

/* The days of the week that the rule says something about all year, closed or open: bit 0 is
 * Monday. Holidays are no days of the week. */
unsigned hours_weekdays(const struct hours *hours);

/* True when a range of the rule starts or ends at this minute of the day, 0 or 1440 for midnight.
 */
bool hours_name_time(const struct hours *hours, int minutes);

/* True when two rules say different things about the same time of the same day. */
bool hours_overlap(const struct hours *one, const struct hours *other);

/* A row of a table of hours. Owns its words. */
struct hours_row {
    char *days;    /* "Monday to Friday"; empty: not said */
    char *brief;   /* the same, several days by their short names: "Mon–Fri", "Holidays" */
    char *times;   /* "9 am to 12 noon and 1 pm to 5 pm"; empty: not said */
    char *stacked; /* the same, each range on a line of its own */
};

/* True where the language counts the hours of a day to twelve, twice. */
bool hours_count_to_twelve(const struct labels *labels);

/* The rules as people read them, of struct hours_row *: days with equal hours in one row, and a
 * line that could not be read as its author wrote it. Owned by the caller. */
GPtrArray *hours_table(const GArray *rules, const struct labels *labels);

/* The row in one line ("Monday to Friday: 9 am to 5 pm"); owned by the caller. */
char *hours_row_in_words(const struct hours_row *row, const struct labels *labels);

/* The next time of day in running text at or after the byte `from`, and what it is in minutes after
 * midnight: 14:00, 9 am, 8.30 p.m. False: no more. */
bool hours_find_time(const char *text, size_t from, struct range *out, int *out_minutes);

/* Running text in which the times whose half of the day the language has words for are written as
 * in English: "8:30 p.m." for "오후 8시 30분". Owned by the caller. */
char *hours_halve(const char *text, const struct labels *labels);

#endif
