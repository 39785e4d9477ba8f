/*
 * Opening hours: a parser of a few steps, then words from the labels. A line
 * is parsed twice (when checked, when said) rather than kept, because it is a handful of characters
 * and its author's spelling is what messages quote. Awkward: 24:00 is a legal end of a day, and
 * 12 am and 12 pm are in doubt among readers, so noon and midnight have words of their own.
 */
#include "content/hours.h"

#include <string.h>

/* Weekdays are 0 (Monday) to 6; DAY_HOLIDAY stands alone. */
#define DAY_HOLIDAY 7

struct days {
    int first, last; /* the same for a single day */
};

struct hours {
    bool always; /* 24/7 */
    bool off;
    struct days days[HOURS_MAX];
    size_t n_days;
    struct times times[HOURS_MAX];
    size_t n_times;
};

static bool take(const char **at, const char *word)
{
    if (!g_str_has_prefix(*at, word))
        return false;
    *at += strlen(word);
    return true;
}

static bool take_day(const char **at, int *out)
{
    static const char *const names[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (take(at, names[i])) {
            *out = (int)i;
            return true;
        }
    }
    return false;
}

static bool take_days(const char **at, struct hours *hours)
{
    do {
        struct days days;
        if (hours->n_days == HOURS_MAX || !take_day(at, &days.first))
            return false;
        days.last = days.first;
        if (take(at, "-") && (!take_day(at, &days.last) || days.first == DAY_HOLIDAY ||
                              days.last == DAY_HOLIDAY || days.last == days.first))
            return false;
        hours->days[hours->n_days++] = days;
    } while (take(at, ","));
    return true;
}

/* One or two digits up to `limit`. */
static bool take_number(const char **at, int min_digits, int limit, int *out)
{
    int value = 0, digits = 0;
    while (digits < 2 && g_ascii_isdigit(**at)) {
        value = value * 10 + g_ascii_digit_value(**at);
        (*at)++;
        digits++;
    }
    *out = value;
    return digits >= min_digits && value <= limit;
}

static bool take_time(const char **at, int *out)
{
    int hour, minute;
    if (!take_number(at, 1, 24, &hour) || !take(at, ":") || !take_number(at, 2, 59, &minute))
        return false;
    *out = hour * 60 + minute;
    return *out <= 24 * 60;
}

/* Ranges in the order of the day; only the last one may run past midnight. */
static bool take_times(const char **at, struct hours *hours)
{
    do {
        struct times times;
        if (hours->n_times == HOURS_MAX || !take_time(at, &times.from) || !take(at, "-") ||
            !take_time(at, &times.to) || times.from == times.to || times.from == 24 * 60)
            return false;
        const struct times *before = hours->n_times ? &hours->times[hours->n_times - 1] : NULL;
        if (before && (before->to < before->from || before->to > times.from))
            return false;
        hours->times[hours->n_times++] = times;
    } while (take(at, ","));
    return true;
}

static bool parse(const char *text, struct hours *out)
{
    *out = (struct hours){0};
    const char *at = text;
    if (take(&at, "24/7"))
        out->always = true;
    else if (!take_days(&at, out))
        return false;
    else if (take(&at, " off"))
        out->off = true;
    else if (take(&at, " ") && !take_times(&at, out))
        return false;
    return *at == '\0';
}

bool hours_check(const char *text, struct pos pos, struct diag *diag)
{
    struct hours hours;
    if (parse(text, &hours))
        return true;
    diag_report(diag, RULE_VALUE, pos,
                "'%s' are no opening hours: write days and times as in 'Mo-Fr 09:00-17:00', "
                "'Sa,Su 10:00-14:00', 'PH off' or '24/7'",
                text);
    return false;
}

bool hours_lack_times(const char *text)
{
    struct hours hours;
    return parse(text, &hours) && !hours.always && !hours.off && hours.n_times == 0;
}

unsigned hours_days(const char *text)
{
    struct hours hours;
    unsigned days = 0;
    if (!parse(text, &hours))
        return 0;
    if (hours.always)
        return 0x7f;
    for (size_t i = 0; i < hours.n_days; i++) {
        if (hours.days[i].first == DAY_HOLIDAY)
            continue;
        for (int day = hours.days[i].first;; day = (day + 1) % DAY_HOLIDAY) {
            days |= 1u << day;
            if (day == hours.days[i].last)
                break;
        }
    }
    return days;
}

static bool times_overlap(struct times one, struct times other)
{
    return one.from < other.to && other.from < one.to;
}

bool hours_overlap(const char *one, const char *other)
{
    struct hours a, b;
    if (!(hours_days(one) & hours_days(other)) || !parse(one, &a) || !parse(other, &b))
        return false;
    if (a.always || b.always || a.off || b.off || a.n_times == 0 || b.n_times == 0)
        return true;
    for (size_t i = 0; i < a.n_times; i++)
        for (size_t j = 0; j < b.n_times; j++)
            if (times_overlap(a.times[i], b.times[j]))
                return true;
    return false;
}

static const char *day_in_words(int day, const struct labels *labels)
{
    static const enum label names[] = {LABEL_MONDAY,   LABEL_TUESDAY,        LABEL_WEDNESDAY,
                                       LABEL_THURSDAY, LABEL_FRIDAY,         LABEL_SATURDAY,
                                       LABEL_SUNDAY,   LABEL_PUBLIC_HOLIDAYS};
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
    if (hours->off)
        return g_strdup(labels_get(labels, LABEL_CLOSED));
    char *words = range_in_words(hours->times[0], labels);
    for (size_t i = 1; i < hours->n_times; i++) {
        g_autofree char *first = words;
        g_autofree char *second = range_in_words(hours->times[i], labels);
        words = labels_format(labels, LABEL_TIME_AND, "first", first, "second", second, NULL);
    }
    return words;
}

char *hours_in_words(const char *text, const struct labels *labels)
{
    struct hours hours;
    bool ok = parse(text, &hours);
    g_assert(ok);
    if (hours.always)
        return g_strdup(labels_get(labels, LABEL_ALWAYS_OPEN));
    g_autofree char *days = all_days_in_words(&hours, labels);
    if (!hours.off && hours.n_times == 0)
        return g_steal_pointer(&days);
    g_autofree char *times = times_in_words(&hours, labels);
    return labels_format(labels, LABEL_HOURS_LINE, "days", days, "times", times, NULL);
}

unsigned hours_weekdays(const char *text)
{
    struct hours hours = {0};
    unsigned weekdays = 0;
    if (!take_days(&text, &hours) || *text)
        return 0;
    for (size_t i = 0; i < hours.n_days; i++) {
        int day = hours.days[i].first, last = hours.days[i].last;
        for (; day != last; day = (day + 1) % DAY_HOLIDAY)
            weekdays |= 1U << day;
        weekdays |= last == DAY_HOLIDAY ? 0 : 1U << last;
    }
    return weekdays;
}

size_t hours_times(const char *text, struct times out[HOURS_MAX])
{
    struct hours hours = {0};
    if (!take_times(&text, &hours) || *text)
        return 0;
    memcpy(out, hours.times, sizeof hours.times);
    return hours.n_times;
}
