/*
 * Checks an article's schedule and gives its parts. Kept as the author wrote it and parsed when
 * asked, like opening hours, whose syntax it shares.
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

void schedule_check(const struct schedule *schedule, struct diag *diag)
{
    const struct fact *from = &schedule->valid_from, *to = &schedule->valid_to;
    struct times times[HOURS_MAX];
    check_date(from, "valid_from", diag);
    check_date(to, "valid_to", diag);
    if (from->value && to->value && strcmp(from->value, to->value) > 0)
        diag_report(diag, RULE_VALUE, to->pos,
                    "'valid_to' is before 'valid_from', so the article would never show");
    if (schedule->days.value && !schedule_weekdays(schedule))
        diag_report(diag, RULE_VALUE, schedule->days.pos,
                    "'%s' are no 'days': write them as in 'Mo-Fr' or 'Mo,We'",
                    schedule->days.value);
    if (schedule->hours.value && !schedule_times(schedule, times))
        diag_report(diag, RULE_VALUE, schedule->hours.pos,
                    "'%s' are no 'hours': write them as in '09:00-17:00'", schedule->hours.value);
}

unsigned schedule_weekdays(const struct schedule *schedule)
{
    return schedule->days.value ? hours_weekdays(schedule->days.value) : 0;
}

size_t schedule_times(const struct schedule *schedule, struct times out[HOURS_MAX])
{
    return schedule->hours.value ? hours_times(schedule->hours.value, out) : 0;
}

void schedule_clear(struct schedule *schedule)
{
    fact_clear(&schedule->valid_from);
    fact_clear(&schedule->valid_to);
    fact_clear(&schedule->days);
    fact_clear(&schedule->hours);
}
