/*
 * Schedules: which weekdays and hours are meant, and what is refused.
 */
#include "base/paths.h"
#include "content/schedule.h"

#include "scratch.h"

static struct fact fact(const char *value)
{
    return (struct fact){.value = (char *)value,
                         .pos = {.file = paths_number("a.md"), .line = 3, .col = 1}};
}

/* Reads the schedule, of which nobody hears. */
static struct schedule read_quietly(struct schedule schedule)
{
    struct diag *diag = diag_new(false);
    schedule_read(&schedule, diag);
    diag_free(diag);
    return schedule;
}

static unsigned weekdays(const char *text)
{
    return read_quietly((struct schedule){.days = fact(text)}).weekdays;
}

static void weekdays_are_bits(void **state)
{
    (void)state;
    assert_int_equal(weekdays(NULL), 0);
    assert_int_equal(weekdays("Mo"), 0x01);
    assert_int_equal(weekdays("Mo-Fr"), 0x1f);
    assert_int_equal(weekdays("Mo,We,Su"), 0x45);
    assert_int_equal(weekdays("Sa-Mo"), 0x61); /* over the end of the week */
    assert_int_equal(weekdays("Mo-Fr,PH"), 0x1f);
    assert_int_equal(weekdays("Monday"), 0x01);
    assert_int_equal(weekdays("Montag"), 0);
    assert_int_equal(weekdays("Mo-"), 0);
}

static void hours_are_ranges(void **state)
{
    (void)state;
    assert_int_equal(read_quietly((struct schedule){0}).n_times, 0);
    struct schedule schedule =
        read_quietly((struct schedule){.hours = fact("09:00-12:00,13:00-17:30")});
    assert_int_equal(schedule.n_times, 2);
    assert_int_equal(schedule.times[0].from, 9 * 60);
    assert_int_equal(schedule.times[1].to, 17 * 60 + 30);
    assert_int_equal(read_quietly((struct schedule){.hours = fact("09:00")}).n_times, 0);
}

static void assert_errors(struct schedule schedule, unsigned errors)
{
    struct diag *diag = diag_new(false);
    schedule_read(&schedule, diag);
    assert_int_equal(diag_errors(diag), errors);
    diag_free(diag);
}

static void values_that_make_no_sense_are_reported(void **state)
{
    (void)state;
    assert_errors((struct schedule){0}, 0);
    assert_errors((struct schedule){.valid_from = fact("2026-01-31"),
                                    .valid_to = fact("2026-01-31"),
                                    .days = fact("Sa,Su"),
                                    .hours = fact("20:00-06:00")},
                  0);
    assert_errors((struct schedule){.valid_from = fact("2026-02-30")}, 1);
    assert_errors((struct schedule){.valid_to = fact("31.1.2026")}, 1);
    assert_errors(
        (struct schedule){.valid_from = fact("2026-02-01"), .valid_to = fact("2026-01-01")}, 1);
    assert_errors((struct schedule){.days = fact("mornings"), .hours = fact("mornings")}, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weekdays_are_bits),
        cmocka_unit_test(hours_are_ranges),
        cmocka_unit_test(values_that_make_no_sense_are_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
