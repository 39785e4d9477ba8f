/*
 * Reads an article's schedule, whose days and times are opening hours in halves.
 */
#include "content/schedule.h"

#include "content/date.h"

#include <string.h>

static void check_date(const struct fact *fact, const char *key, struct diag *diag)
{
    if (fact->value && !date_is_day(fact->value))
        diag_report(diag, RULE_VALUE, fact->pos,
                    "'%s' is no day for '%s': write it as in '2026-03-31'", fact->value, key);
}

static void read_days(struct schedule *schedule, struct diag *diag)
{
    const struct fact *days = &schedule->days;
    struct hours read;
    if (days->value && hours_read_days(days->value, &read))
        schedule->weekdays = hours_weekdays(&read);
    if (days->value && schedule->weekdays == 0)
        diag_report(diag, RULE_VALUE, days->pos,
                    "'%s' are no 'days': write them as in 'Mo-Fr' or 'Mo,We'", days->value);
}

static void read_times(struct schedule *schedule, struct diag *diag)
{
    const struct fact *hours = &schedule->hours;
    struct hours read;
    if (!hours->value)
        return;
    if (!hours_read_times(hours->value, &read)) {
        diag_report(diag, RULE_VALUE, hours->pos,
                    "'%s' are no 'hours': write them as in '09:00-17:00'", hours->value);
        return;
    }
    memcpy(schedule->times, read.times, sizeof read.times);
    schedule->n_times = read.n_times;
}

void schedule_read(struct schedule *schedule, struct diag *diag)
{
    const struct fact *from = &schedule->valid_from, *to = &schedule->valid_to;
    check_date(from, "valid_from", diag);
    check_date(to, "valid_to", diag);
    if (from->value && to->value && strcmp(from->value, to->value) > 0)
        diag_report(diag, RULE_VALUE, to->pos,
                    "'valid_to' is before 'valid_from', so the article would never show");
    read_days(schedule, diag);
    read_times(schedule, diag);
}

void schedule_clear(struct schedule *schedule)
{
    fact_clear(&schedule->valid_from);
    fact_clear(&schedule->valid_to);
    fact_clear(&schedule->days);
    fact_clear(&schedule->hours);
}
