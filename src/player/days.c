/*
 * How many are shown changes on the first day of one, and behind the last of one. Days are compared
 * as they are written, which is from the year on.
 */
#include "player/days.h"

#include <string.h>

void days_add(struct xml *page, const struct schedule *schedule)
{
    xml_attribute(page, "data-from", schedule->valid_from.value);
    xml_attribute(page, "data-to", schedule->valid_to.value);
}

bool days_are_said(const struct schedule *schedule)
{
    return schedule->valid_from.value || schedule->valid_to.value;
}

/* `behind`: on the day after that one. */
static bool is_on(const struct schedule *schedule, const char *day, bool behind)
{
    const char *from = schedule->valid_from.value, *to = schedule->valid_to.value;
    int past = to ? strcmp(day, to) : -1;
    return !(from && strcmp(day, from) < 0) && past < (behind ? 0 : 1);
}

static void note_count(GArray *counts, const GPtrArray *schedules, const char *day, bool behind)
{
    guint count = 0;
    for (guint i = 0; day && i < schedules->len; i++)
        count += is_on(schedules->pdata[i], day, behind);
    for (guint i = 0; i < counts->len; i++)
        if (g_array_index(counts, guint, i) == count)
            return;
    if (day)
        g_array_append_val(counts, count);
}

GArray *days_counts(const GPtrArray *schedules)
{
    GArray *counts = g_array_new(FALSE, FALSE, sizeof(guint));
    note_count(counts, schedules, "", false); /* before all days */
    for (guint i = 0; i < schedules->len; i++) {
        const struct schedule *schedule = schedules->pdata[i];
        note_count(counts, schedules, schedule->valid_from.value, false);
        note_count(counts, schedules, schedule->valid_to.value, true);
    }
    return counts;
}
