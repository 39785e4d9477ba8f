/*
 * What opening hours say. Awkward: 24:00 is a legal end of a day, and what holds on some days of
 * the year only, or on the third Thursday, contradicts nothing: it is the exception.
 */
#include "content/hours.h"

#include "base/clock.h"

#include <string.h>

#define DAY_MINUTES (24 * 60)

unsigned hours_weekdays(const struct hours *hours)
{
    bool every_day = hours->kind == HOURS_ALWAYS ||
                     (hours->kind == HOURS_TIMED && hours->n_days + hours->n_dates == 0);
    unsigned weekdays = every_day ? (1U << DAY_WEEK) - 1 : 0;
    bool all_year = hours->n_dates == 0 && hours->within < DAY_WEEK;
    for (size_t i = 0; i < hours->n_days && all_year; i++) {
        enum day day = hours->days[i].first, last = hours->days[i].last;
        if (day >= DAY_WEEK || hours->days[i].nth != NTH_EVERY)
            continue;
        for (; day != last; day = (day + 1) % DAY_WEEK)
            weekdays |= 1U << day;
        weekdays |= 1U << last;
    }
    return weekdays;
}

bool hours_name_time(const struct hours *hours, int minutes)
{
    for (size_t i = 0; i < hours->n_times; i++)
        if (hours->times[i].from % DAY_MINUTES == minutes % DAY_MINUTES ||
            hours->times[i].to % DAY_MINUTES == minutes % DAY_MINUTES)
            return true;
    return false;
}

static bool times_overlap(struct times one, struct times other)
{
    int one_ends = one.to == HOURS_OPEN_END ? DAY_MINUTES : one.to;
    int other_ends = other.to == HOURS_OPEN_END ? DAY_MINUTES : other.to;
    return one.from < other_ends && other.from < one_ends;
}

/* True when the rule says for certain what is on its days. */
static bool is_statement(const struct hours *hours)
{
    bool noted = hours->by_appointment || *hours->note;
    return hours->kind == HOURS_ALWAYS ||
           (hours->n_days > 0 && !(hours->kind == HOURS_UNTIMED && noted));
}

bool hours_overlap(const struct hours *one, const struct hours *other)
{
    if (!is_statement(one) || !is_statement(other) ||
        !(hours_weekdays(one) & hours_weekdays(other)))
        return false;
    if (one->kind != HOURS_TIMED || other->kind != HOURS_TIMED)
        return true;
    for (size_t i = 0; i < one->n_times; i++)
        for (size_t j = 0; j < other->n_times; j++)
            if (times_overlap(one->times[i], other->times[j]))
                return true;
    return false;
}

const char *hours_day_code(enum day day)
{
    static const char *const codes[DAY_COUNT] = {"Mo", "Tu", "We", "Th", "Fr",
                                                 "Sa", "Su", "PH", "SH"};
    return codes[day];
}

static void append_date(GString *text, struct date date)
{
    if (date.year)
        g_string_append_printf(text, "%d ", date.year);
    g_string_append(text, date_month_code(date.month));
    if (date.day)
        g_string_append_printf(text, " %02d", date.day);
}

static void append_dates(GString *text, const struct hours *hours)
{
    for (size_t i = 0; i < hours->n_dates; i++) {
        const struct dates *dates = &hours->dates[i];
        g_string_append(text, i ? "," : "");
        append_date(text, dates->first);
        if (memcmp(&dates->first, &dates->last, sizeof dates->first) == 0)
            continue;
        g_string_append_c(text, '-');
        append_date(text, dates->last);
    }
}

static void append_days(GString *text, const struct hours *hours)
{
    if (hours->within >= DAY_WEEK)
        g_string_append_printf(text, "%s ", hours_day_code(hours->within));
    for (size_t i = 0; i < hours->n_days; i++) {
        struct days days = hours->days[i];
        g_string_append_printf(text, "%s%s", i ? "," : "", hours_day_code(days.first));
        if (days.last != days.first)
            g_string_append_printf(text, "-%s", hours_day_code(days.last));
        if (days.nth != NTH_EVERY)
            g_string_append_printf(text, "[%d]", days.nth);
    }
}

static void append_times(GString *text, const struct hours *hours)
{
    for (size_t i = 0; i < hours->n_times; i++) {
        struct times times = hours->times[i];
        g_autofree char *from = clock_time(times.from), *to = clock_time(times.to);
        bool open_end = times.to == HOURS_OPEN_END;
        g_string_append_printf(text, "%s%s%s%s", i ? "," : "", from, open_end ? "+" : "-",
                               open_end ? "" : to);
    }
}

/* One blank before every part but the first. */
static void part(GString *text, gsize start)
{
    if (text->len > start && text->str[text->len - 1] != ' ')
        g_string_append_c(text, ' ');
}

static void append_rule(GString *text, const struct hours *hours)
{
    gsize start = text->len;
    append_dates(text, hours);
    if (hours->n_days > 0)
        part(text, start);
    append_days(text, hours);
    if (hours->kind != HOURS_UNTIMED)
        part(text, start);
    append_times(text, hours);
    if (hours->kind == HOURS_ALWAYS || hours->kind == HOURS_CLOSED)
        g_string_append(text, hours->kind == HOURS_ALWAYS ? "24/7" : "off");
    if (!hours->by_appointment && !*hours->note)
        return;
    part(text, start);
    g_string_append_printf(text, "\"%s\"", *hours->note ? hours->note : "by appointment");
}

char *hours_to_text(const GArray *rules)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < rules->len; i++) {
        g_string_append(text, i ? "; " : "");
        append_rule(text, &g_array_index(rules, struct hours, i));
    }
    return g_string_free(text, FALSE);
}
