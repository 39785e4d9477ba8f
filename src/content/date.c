/*
 * Dates of settings. Awkward: a month or a year stands for its last day when something runs out,
 * and for its first day when something has happened.
 */
#include "content/date.h"

#include "base/clock.h"

#include <stdlib.h>
#include <string.h>

static bool fits_shape(const char *text, const char *shape)
{
    if (strlen(text) != strlen(shape))
        return false;
    for (; *shape; shape++, text++)
        if (*shape == 'd' ? !g_ascii_isdigit(*text) : *text != *shape)
            return false;
    return true;
}

/* Month and day are 0 where the text gives none. */
static bool parse(const char *text, int *year, int *month, int *day)
{
    if (!text || !(fits_shape(text, "dddd") || fits_shape(text, "dddd-dd") ||
                   fits_shape(text, "dddd-dd-dd")))
        return false;
    size_t length = strlen(text);
    *year = atoi(text);
    *month = length > 4 ? atoi(text + 5) : 0;
    *day = length > 7 ? atoi(text + 8) : 0;
    bool real_month = length == 4 || (*month >= 1 && *month <= 12);
    if (!g_date_valid_year((GDateYear)*year) || !real_month)
        return false;
    return length <= 7 || g_date_valid_dmy((GDateDay)*day, (GDateMonth)*month, (GDateYear)*year);
}

bool date_read(const struct fact *fact, GDate *out_last)
{
    int year, month, day;
    if (!parse(fact->value, &year, &month, &day))
        return false;
    month = month ? month : G_DATE_DECEMBER;
    day = day ? day : g_date_get_days_in_month((GDateMonth)month, (GDateYear)year);
    g_date_clear(out_last, 1);
    g_date_set_dmy(out_last, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
    return true;
}

bool date_first_day(const struct fact *fact, GDate *out_first)
{
    int year, month, day;
    if (!parse(fact->value, &year, &month, &day))
        return false;
    g_date_clear(out_first, 1);
    g_date_set_dmy(out_first, (GDateDay)MAX(day, 1), (GDateMonth)MAX(month, 1), (GDateYear)year);
    return true;
}

bool date_check(const struct fact *fact, const char *key, struct diag *diag)
{
    GDate date;
    if (!fact->value || date_read(fact, &date))
        return true;
    diag_report(diag, RULE_VALUE, fact->pos,
                "'%s' is no date for '%s': write it as in '2026-03-31', '2026-03' or '2026'",
                fact->value, key);
    return false;
}

void date_today(GDate *out)
{
    g_autoptr(GDateTime) now = clock_now();
    g_date_clear(out, 1);
    g_date_set_dmy(out, (GDateDay)g_date_time_get_day_of_month(now),
                   (GDateMonth)g_date_time_get_month(now), (GDateYear)g_date_time_get_year(now));
}
