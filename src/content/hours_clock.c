/*
 * Times of day, and ranges of them. Awkward: a program may not guess. "9-5" and "9-12" are clear
 * (nobody opens in the evening until five or noon), "8-11" and "1-5" may be of either half of the
 * day: of two ways that both run forward neither is taken, until a range before leaves only one.
 */
#include "content/hours_parts.h"

#include <string.h>

#define HALF_DAY  (12 * 60)
#define LAST_HOUR 48 /* OpenStreetMap writes 26:00 for two o'clock in the night */

/* In a range that ends after noon, hours up to this one are after noon, too: "1-5pm". */
#define LAST_NEAR_NOON 6

/* A range without halves of the day that starts from this hour to noon starts in the morning. */
#define FIRST_OF_MORNING 6

/* A time as it is written. */
struct clock {
    int hour, minute;
    enum half half;
    bool padded; /* "09": the clock of 24 hours */
    char sign;   /* before the minutes; '\0': they are not said */
};

/* A sign of `signs` and two digits; nothing is taken when they do not follow. */
static void take_minutes(struct reader *r, const char *signs, struct clock *out)
{
    char sign = *r->at;
    if (!sign || !strchr(signs, sign) || !g_ascii_isdigit(r->at[1]) || !g_ascii_isdigit(r->at[2]) ||
        g_ascii_isdigit(r->at[3]))
        return;
    r->at++;
    out->sign = sign;
    reader_take_number(r, 2, &out->minute);
}

/* "0900" as hospitals write it; in running text it may be a year. */
static void take_four_figures(struct reader *r, struct clock *out)
{
    struct reader ahead = *r;
    if (!reader_take_number(&ahead, 2, &out->minute) || ahead.at != r->at + 2 ||
        g_ascii_isdigit(*ahead.at)) {
        out->minute = 0;
        return;
    }
    *r = ahead;
    out->sign = ':';
    out->padded = true;
}

static bool take_figures(struct reader *r, bool in_hours, struct clock *out)
{
    *out = (struct clock){0};
    out->padded = *r->at == '0';
    if (!reader_take_number(r, 2, &out->hour))
        return false;
    take_minutes(r, ":.", out);
    if (in_hours && !out->sign)
        take_four_figures(r, out);
    out->half = reader_take_half(r, in_hours);
    bool halved = out->half != HALF_UNSAID;
    return out->minute < 60 && (halved ? out->hour >= 1 && out->hour <= 12 : true);
}

/* "noon", "12 midnight" */
static bool take_twelve(struct reader *r, struct clock *out)
{
    struct reader ahead = *r;
    reader_take(&ahead, WORDS("12"));
    bool noon = reader_take_noon(&ahead);
    if (!noon && !reader_take_midnight(&ahead))
        return false;
    *r = ahead;
    *out = (struct clock){12, 0, noon ? HALF_PM : HALF_AM, false, ':'};
    return true;
}

static bool take_clock(struct reader *r, struct clock *out)
{
    reader_skip_blanks(r);
    if (take_twelve(r, out))
        return true;
    return take_figures(r, true, out) && out->hour <= LAST_HOUR;
}

static int minutes_of(const struct clock *clock, enum half half)
{
    int hour = half == HALF_UNSAID ? clock->hour : clock->hour % 12;
    return hour * 60 + clock->minute + (half == HALF_PM ? HALF_DAY : 0);
}

/* An end at midnight is the end of the day. */
static int end_of(const struct clock *clock, enum half half)
{
    int to = minutes_of(clock, half);
    return to == 0 ? HOURS_DAY_END : to;
}

/* Neither half of the day is said, and both hours are on the face of a clock. `before` is where the
 * range before ends, 0: there is none. */
static bool read_face(const struct clock *from, const struct clock *to, int before,
                      struct times *out)
{
    int first = minutes_of(from, HALF_AM), last = minutes_of(to, HALF_AM);
    bool runs_on = last > first && to->hour != 12, minutes = from->sign && to->sign;
    if (before > first) { /* so it is after noon */
        *out = (struct times){first + HALF_DAY, minutes_of(to, HALF_PM)};
        return to->hour != 12 && last > first;
    }
    if (from->hour < FIRST_OF_MORNING || from->hour == 12) {
        *out = (struct times){minutes_of(from, HALF_UNSAID), end_of(to, HALF_UNSAID)};
        return minutes && (out->to < out->from /* which is asked about */ || to->hour == 12);
    }
    *out = (struct times){first, runs_on ? last : minutes_of(to, HALF_PM)};
    return minutes || !runs_on;
}

/* Hours as the clock of 24 has them, where one of both tells by being late, or both by their
 * figures. */
static bool read_unhalved(const struct clock *from, const struct clock *to, int before,
                          struct times *out)
{
    bool late = from->hour > 12 || to->hour > 12, zero = from->hour == 0 || to->hour == 0;
    if (!late && !zero && !from->padded && !to->padded)
        return read_face(from, to, before, out);
    if (!late && (!from->sign || !to->sign))
        return false;
    *out = (struct times){minutes_of(from, HALF_UNSAID), end_of(to, HALF_UNSAID)};
    return true;
}

/* The first time lacks its half: what lets the range run forward. */
static bool complete_start(const struct clock *from, int to, enum half half, struct times *out)
{
    if (from->hour > 12 || from->hour == 0) {
        *out = (struct times){minutes_of(from, HALF_UNSAID), to};
        return out->from < to;
    }
    bool before = minutes_of(from, HALF_AM) < to, after = minutes_of(from, HALF_PM) < to;
    bool near_noon = half == HALF_PM && from->hour % 12 <= LAST_NEAR_NOON;
    if ((before && after && !near_noon) || (!before && !after))
        return false;
    *out = (struct times){minutes_of(from, after ? HALF_PM : HALF_AM), to};
    return true;
}

/* The same for the second. */
static bool complete_end(int from, const struct clock *to, struct times *out)
{
    if (to->hour > 12 || to->hour == 0) {
        *out = (struct times){from, end_of(to, HALF_UNSAID)};
        return from < out->to;
    }
    bool before = from < minutes_of(to, HALF_AM), after = from < minutes_of(to, HALF_PM);
    *out = (struct times){from, minutes_of(to, before ? HALF_AM : HALF_PM)};
    return before != after;
}

static bool read_range(const struct clock *from, const struct clock *to, int before,
                       struct times *out)
{
    if (from->half == HALF_UNSAID && to->half == HALF_UNSAID)
        return read_unhalved(from, to, before, out);
    if (from->half == HALF_UNSAID)
        return complete_start(from, end_of(to, to->half), to->half, out);
    if (to->half == HALF_UNSAID)
        return complete_end(minutes_of(from, from->half), to, out);
    *out = (struct times){minutes_of(from, from->half), end_of(to, to->half)};
    return true;
}

/* "17:00+", "from 5 pm". An hour alone may be anything. */
static bool read_open_end(const struct clock *from, struct times *out)
{
    *out = (struct times){minutes_of(from, from->half), HOURS_OPEN_END};
    return from->half != HALF_UNSAID || from->sign;
}

/* 26:00 is 02:00 of the next day. */
static bool fold_next_day(struct times *times)
{
    if (times->to <= HOURS_DAY_END)
        return true;
    times->to -= HOURS_DAY_END;
    return times->to < times->from;
}

/* True when `times` may stand behind `before` (NULL: first): only the last range of a rule may run
 * past midnight. */
static bool is_in_order(struct times times, const struct times *before)
{
    if (times.from == times.to || times.from >= HOURS_DAY_END)
        return false;
    return !before || (before->to > before->from && before->to <= times.from);
}

bool hours_take_times(struct reader *r, struct hours *hours)
{
    struct clock from, to = {0};
    struct times times;
    const struct times *before = hours->n_times ? &hours->times[hours->n_times - 1] : NULL;
    if (hours->n_times == HOURS_MAX || !take_clock(r, &from))
        return false;
    bool open = reader_take(r, WORDS("+"));
    if (!open && (!reader_take_to(r) || !take_clock(r, &to)))
        return false;
    bool read = open ? read_open_end(&from, &times)
                     : read_range(&from, &to, before ? before->to : 0, &times);
    if (!read || !fold_next_day(&times) || !is_in_order(times, before))
        return false;
    bool backwards = !open && times.to < times.from && to.hour <= 12;
    bool halved = from.half != HALF_UNSAID && to.half != HALF_UNSAID;
    hours->doubtful |= backwards && (!halved || times.from < times.to + HALF_DAY);
    hours->from_12_am |= from.half == HALF_AM && from.hour == 12 && to.half == HALF_PM;
    hours->times[hours->n_times++] = times;
    return true;
}

/* In running text a number is a time only with all its signs: 2.30 may be anything. */
static bool is_time_in_text(const struct clock *clock, int *out_minutes)
{
    *out_minutes = minutes_of(clock, clock->half);
    return clock->half != HALF_UNSAID || (clock->sign == ':' && *out_minutes <= HOURS_DAY_END);
}

bool hours_find_time(const char *text, size_t from, struct range *out, int *out_minutes)
{
    for (const char *p = text + from; *p; p++) {
        if (!g_ascii_isdigit(*p)) /* as most are not */
            continue;
        struct reader r = {.at = p};
        struct clock clock;
        size_t start = (size_t)(p - text);
        if (range_code_ends(text, start) || !take_figures(&r, false, &clock) ||
            !is_time_in_text(&clock, out_minutes) || range_code_starts(r.at, 0))
            continue;
        *out = (struct range){start, (size_t)(r.at - text)};
        return true;
    }
    return false;
}
