/*
 * What opening hours say, and how it is said in words from the labels. Awkward: 24:00 is a legal
 * end of a day, and 12 am and 12 pm are in doubt among readers, so noon and midnight have words of
 * their own.
 */
#include "content/hours.h"

#include <string.h>

#define DAY_MINUTES (24 * 60)

unsigned hours_weekdays(const struct hours *hours)
{
    unsigned weekdays = hours->kind == HOURS_ALWAYS ? (1U << DAY_WEEK) - 1 : 0;
    for (size_t i = 0; i < hours->n_days; i++) {
        enum day day = hours->days[i].first, last = hours->days[i].last;
        if (day == DAY_PUBLIC_HOLIDAY)
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
    return one.from < other.to && other.from < one.to;
}

bool hours_overlap(const struct hours *one, const struct hours *other)
{
    if (!(hours_weekdays(one) & hours_weekdays(other)))
        return false;
    if (one->kind != HOURS_TIMED || other->kind != HOURS_TIMED)
        return true;
    for (size_t i = 0; i < one->n_times; i++)
        for (size_t j = 0; j < other->n_times; j++)
            if (times_overlap(one->times[i], other->times[j]))
                return true;
    return false;
}

static const char *day_in_words(enum day day, const struct labels *labels)
{
    static const enum label names[DAY_COUNT] = {
        LABEL_MONDAY, LABEL_TUESDAY,  LABEL_WEDNESDAY, LABEL_THURSDAY,
        LABEL_FRIDAY, LABEL_SATURDAY, LABEL_SUNDAY,    LABEL_PUBLIC_HOLIDAYS};
    return labels_get(labels, names[day]);
}

static char *days_in_words(struct days days, const struct labels *labels)
{
    const char *first = day_in_words(days.first, labels), *last = day_in_words(days.last, labels);
    if (days.first == days.last)
        return g_strdup(first);
    return labels_format(labels, LABEL_DAY_RANGE, "first", first, "last", last, NULL);
}

static char *all_days_in_words(const struct hours *hours, const struct labels *labels)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i + 1 < hours->n_days; i++) {
        g_autofree char *days = days_in_words(hours->days[i], labels);
        g_string_append_printf(list, "%s%s", i ? labels_get(labels, LABEL_DAY_COMMA) : "", days);
    }
    g_autofree char *last = days_in_words(hours->days[hours->n_days - 1], labels);
    if (hours->n_days == 1)
        return g_steal_pointer(&last);
    return labels_format(labels, LABEL_DAY_AND, "first", list->str, "last", last, NULL);
}

static char *time_in_words(int time, const struct labels *labels)
{
    int hour = time / 60 % 24, minute = time % 60;
    if (minute == 0 && hour == 0)
        return g_strdup(labels_get(labels, LABEL_MIDNIGHT));
    if (minute == 0 && hour == 12)
        return g_strdup(labels_get(labels, LABEL_NOON));
    g_autofree char *hour12 = g_strdup_printf("%d", hour % 12 ? hour % 12 : 12);
    g_autofree char *hour24 = g_strdup_printf("%d", hour);
    g_autofree char *minutes = g_strdup_printf("%02d", minute);
    enum label full = hour < 12 ? LABEL_TIME_AM : LABEL_TIME_PM;
    enum label with_minutes = hour < 12 ? LABEL_TIME_AM_MINUTES : LABEL_TIME_PM_MINUTES;
    return labels_format(labels, minute ? with_minutes : full, "hour", hour12, "hour24", hour24,
                         "minute", minutes, NULL);
}

static char *range_in_words(struct times times, const struct labels *labels)
{
    g_autofree char *from = time_in_words(times.from, labels);
    g_autofree char *to = time_in_words(times.to, labels);
    return labels_format(labels, LABEL_TIME_RANGE, "from", from, "to", to, NULL);
}

static char *times_in_words(const struct hours *hours, const struct labels *labels)
{
    if (hours->kind == HOURS_CLOSED)
        return g_strdup(labels_get(labels, LABEL_CLOSED));
    char *words = range_in_words(hours->times[0], labels);
    for (size_t i = 1; i < hours->n_times; i++) {
        g_autofree char *first = words;
        g_autofree char *second = range_in_words(hours->times[i], labels);
        words = labels_format(labels, LABEL_TIME_AND, "first", first, "second", second, NULL);
    }
    return words;
}

char *hours_in_words(const struct hours *hours, const struct labels *labels)
{
    if (hours->kind == HOURS_ALWAYS)
        return g_strdup(labels_get(labels, LABEL_ALWAYS_OPEN));
    g_autofree char *days = all_days_in_words(hours, labels);
    if (hours->kind == HOURS_UNTIMED)
        return g_steal_pointer(&days);
    g_autofree char *times = times_in_words(hours, labels);
    return labels_format(labels, LABEL_HOURS_LINE, "days", days, "times", times, NULL);
}
