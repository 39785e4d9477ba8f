/*
 * Dates taken step by step: a month, a day of every year, a day of one year, and ranges of them,
 * in the orders that people write them in. Awkward: "Dec 9" may be the beginning of "Dec 9am", so a
 * figure is a day only where no sign of a time follows it.
 */
#include "content/date.h"
#include "content/date_english.h"

#include <string.h>

/* A leap year: a day of every year may be 29 February. */
#define ANY_YEAR 2024

#define LISTED(...) WORDS(__VA_ARGS__),

static const char *const *const months[] = {DATE_ENGLISH_MONTHS(LISTED)};

static bool take_month(struct reader *r, int *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(months); i++) {
        if (!reader_take(r, months[i]))
            continue;
        *out = (int)i + 1;
        return true;
    }
    return false;
}

/* One or two figures that are the number of a day, "24" or "24th". */
static bool take_day_number(struct reader *r, int *out)
{
    struct reader ahead = *r;
    reader_skip_blanks(&ahead);
    if (!reader_take_number(&ahead, 2, out) || g_ascii_isdigit(*ahead.at))
        return false;
    struct reader suffix = ahead;
    if (!g_ascii_isspace(*ahead.at) && reader_take(&suffix, WORDS("st", "nd", "rd", "th")))
        ahead = suffix;
    struct reader sign = ahead;
    bool time = *ahead.at == '+';
    time |= (*ahead.at == ':' || *ahead.at == '.') && g_ascii_isdigit(ahead.at[1]);
    time |= reader_take_half(&sign, true) != HALF_UNSAID;
    time |= reader_take_noon(&sign) || reader_take_midnight(&sign);
    if (time || *out < 1)
        return false;
    *r = ahead;
    return true;
}

/* Four figures. */
static bool take_year(struct reader *r, int *out)
{
    struct reader ahead = *r;
    reader_take(&ahead, WORDS(","));
    reader_skip_blanks(&ahead);
    if (!reader_take_number(&ahead, 4, out) || *out < 1000 || g_ascii_isalnum(*ahead.at) ||
        *ahead.at == ':')
        return false;
    *r = ahead;
    return true;
}

/* 2026-12-24 */
static bool take_iso(struct reader *r, struct date *out)
{
    struct reader ahead = *r;
    if (!reader_take_number(&ahead, 4, &out->year) || out->year < 1000 || *ahead.at++ != '-' ||
        !reader_take_number(&ahead, 2, &out->month) || *ahead.at++ != '-' ||
        !reader_take_number(&ahead, 2, &out->day) || g_ascii_isalnum(*ahead.at))
        return false;
    *r = ahead;
    return true;
}

/* 2026 Dec 24 · Dec 24, 2026 · Dec */
static bool take_month_first(struct reader *r, struct date *out)
{
    struct reader ahead = *r;
    bool year = take_year(&ahead, &out->year);
    if (!take_month(&ahead, &out->month)) {
        *out = (struct date){0};
        return false;
    }
    if (!take_day_number(&ahead, &out->day))
        out->day = 0;
    if (!year && !take_year(&ahead, &out->year))
        out->year = 0;
    *r = ahead;
    return true;
}

/* 24 December 2026 */
static bool take_day_first(struct reader *r, struct date *out)
{
    struct reader ahead = *r;
    if (!take_day_number(&ahead, &out->day) ||
        (reader_take(&ahead, WORDS("of")), !take_month(&ahead, &out->month))) {
        *out = (struct date){0};
        return false;
    }
    if (!take_year(&ahead, &out->year))
        out->year = 0;
    *r = ahead;
    return true;
}

/* 24-26 December: the month stands behind the last of both days. */
static bool take_days_of_month(struct reader *r, struct dates *out)
{
    struct reader ahead = *r;
    int first;
    struct date last = {0};
    if (!take_day_number(&ahead, &first) || !reader_take_to(&ahead) ||
        !take_day_first(&ahead, &last))
        return false;
    *out = (struct dates){{last.year, last.month, first}, last};
    *r = ahead;
    return true;
}

static bool take_date(struct reader *r, struct date *out)
{
    reader_skip_blanks(r);
    *out = (struct date){0};
    return take_iso(r, out) || take_month_first(r, out) || take_day_first(r, out);
}

/* What follows the dash: a date, or behind a day the number of another. */
static bool take_last(struct reader *r, struct dates *dates)
{
    struct reader ahead = *r;
    struct date last = dates->first;
    if (!reader_take_to(&ahead))
        return false;
    if (!take_date(&ahead, &last)) {
        last = dates->first;
        if (!dates->first.day || !take_day_number(&ahead, &last.day))
            return false;
        if (!last.year)
            take_year(&ahead, &last.year);
    }
    dates->last = last;
    *r = ahead;
    return true;
}

static bool exists(struct date date)
{
    if (!date.month || date.month > 12)
        return false;
    int year = date.year ? date.year : ANY_YEAR;
    return !date.day ||
           g_date_valid_dmy((GDateDay)date.day, (GDateMonth)date.month, (GDateYear)year);
}

/* "Dec 24 - 26, 2026": the year of the last day is that of the first. */
static void share_year(struct dates *dates)
{
    if (!dates->first.year && dates->last.year && dates->first.month <= dates->last.month)
        dates->first.year = dates->last.year;
    else if (dates->first.year && !dates->last.year && dates->first.month <= dates->last.month)
        dates->last.year = dates->first.year;
}

bool date_take(struct reader *r, struct dates *out)
{
    struct reader ahead = *r;
    reader_skip_blanks(&ahead);
    if (!take_days_of_month(&ahead, out)) {
        if (!take_date(&ahead, &out->first))
            return false;
        out->last = out->first;
        take_last(&ahead, out);
    }
    share_year(out);
    if (!exists(out->first) || !exists(out->last) || !out->first.day != !out->last.day ||
        !out->first.year != !out->last.year)
        return false;
    *r = ahead;
    return true;
}

const char *date_month_code(int month)
{
    const char *const *words = months[month - 1];
    while (words[1])
        words++;
    return *words;
}
