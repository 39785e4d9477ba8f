/*
 * Dates. Awkward: a month or a year stands for its last day when something runs out, and for its
 * first day when something has happened. In running text they are found by their shape, not by
 * their words, so that they are found in every language that writes its years in European digits.
 */
#include "content/date.h"

#include "base/clock.h"
#include "base/pattern.h"

#include <stdlib.h>
#include <string.h>

/* True when the text has the shape's length, digits where the shape has 'd', and else its signs. */
static bool fits_shape(const char *text, size_t length, const char *shape)
{
    if (length != strlen(shape))
        return false;
    for (; *shape; shape++, text++)
        if (*shape == 'd' ? !g_ascii_isdigit(*text) : *text != *shape)
            return false;
    return true;
}

/* Month and day are 0 where the text gives none. */
static bool parse(const char *text, int *year, int *month, int *day)
{
    size_t length = text ? strlen(text) : 0;
    if (!fits_shape(text, length, "dddd") && !fits_shape(text, length, "dddd-dd") &&
        !fits_shape(text, length, "dddd-dd-dd"))
        return false;
    *year = atoi(text);
    *month = length > 4 ? atoi(text + 5) : 0;
    *day = length > 7 ? atoi(text + 8) : 0;
    bool real_month = length == 4 || (*month >= 1 && *month <= 12);
    if (!g_date_valid_year((GDateYear)*year) || !real_month)
        return false;
    return length <= 7 || g_date_valid_dmy((GDateDay)*day, (GDateMonth)*month, (GDateYear)*year);
}

bool date_parts(const struct fact *fact, int *out_year, int *out_month, int *out_day)
{
    return parse(fact->value, out_year, out_month, out_day);
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

bool date_is_day(const char *text)
{
    int year, month, day;
    return parse(text, &year, &month, &day) && day > 0;
}

static bool is_any_shape(const char *text, size_t length, const char *const *shapes)
{
    for (; *shapes; shapes++)
        if (fits_shape(text, length, *shapes))
            return true;
    return false;
}

/* Of these times: other four figures are as likely to be something else. */
static bool is_year(const char *text)
{
    return g_str_has_prefix(text, "19") || g_str_has_prefix(text, "20");
}

bool date_is_figures(const char *text, size_t length)
{
    static const char *const days[] = {
        "dddd-dd-dd", "dddd.dd.dd", "dddd/dd/dd", "dddd dd dd", "dd-dd-dddd", "dd.dd.dddd",
        "dd/dd/dddd", "dd dd dddd", "d-d-dddd",   "d.d.dddd",   "d/d/dddd",   "d-dd-dddd",
        "d.dd.dddd",  "d/dd/dddd",  "dd-d-dddd",  "dd.d.dddd",  "dd/d/dddd",  NULL};
    static const char *const years[] = {"dddd-dddd", "dddd dddd", "dddd/dddd", NULL};
    return is_any_shape(text, length, days) ||
           (is_any_shape(text, length, years) && is_year(text) && is_year(text + length - 4));
}

bool date_may_be_years(const char *text, size_t length)
{
    return fits_shape(text, length, "dddd-dddd") && strchr("12", text[0]) && strchr("12", text[5]);
}

/* "12", "12-14"; "May", "mayo", "মে", which has a letter and a mark. */
#define DAY_OF "(?:\\d{1,2}[-\u2013])?\\d{1,2}"
#define MONTH  "\\p{L}[\\p{L}\\p{M}]+"

bool date_find(const char *text, size_t from, struct range *out)
{
    static struct pattern pattern = PATTERN(PATTERN_AHEAD(
        "0-9A-Z") "(?<![" PATTERN_CODE "@])(?<!\\d[./-])(?:" DAY_OF "\\.? (?:de |d['’])?" MONTH
                  "\\.?,? (?:de |del )?\\d{4}"            /* 12 May 2026 */
                  "|\\p{Lu}\\p{L}{2,} " DAY_OF ", \\d{4}" /* May 12, 2026 */
                  "|\\d{1,2} tháng \\d{1,2},? (?:năm )?\\d{4}"
                  "|(?:\\d{4}[年년] ?)?\\d{1,2}[月월] ?\\d{1,2}[日일]" /* 2026年5月12日 */
                  "|\\d{4}[年년] ?\\d{1,2}[月월]"
                  ")(?![" PATTERN_CODE "])");
    return pattern_find(&pattern, text, from, out);
}

void date_today(GDate *out)
{
    g_autoptr(GDateTime) now = clock_now();
    g_date_clear(out, 1);
    g_date_set_dmy(out, (GDateDay)g_date_time_get_day_of_month(now),
                   (GDateMonth)g_date_time_get_month(now), (GDateYear)g_date_time_get_year(now));
}
