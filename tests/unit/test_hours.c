/* Opening hours: what is understood, and how it is said. */
#include "scratch.h"

#include "content/hours.h"

static void hours_are_said_in_words(void **state)
{
    static const struct {
        const char *line, *words;
    } cases[] = {
        {"Mo-Fr", "Monday to Friday"},
        {"Mo-Fr 09:00-17:00", "Monday to Friday: 9 am to 5 pm"},
        {"Mo-Fr 9:00-12:00,13:00-17:30", "Monday to Friday: 9 am to 12 noon and 1 pm to 5:30 pm"},
        {"Sa 08:05-11:45", "Saturday: 8:05 am to 11:45 am"},
        {"Sa,Su 10:00-14:00", "Saturday and Sunday: 10 am to 2 pm"},
        {"Mo,We,Fr", "Monday, Wednesday and Friday"},
        {"Mo-We,Fr,PH 12:30-24:00",
         "Monday to Wednesday, Friday and Public holidays: 12:30 pm to midnight"},
        {"Fr 22:00-02:00", "Friday: 10 pm to 2 am"},
        {"Su 00:00-00:30", "Sunday: midnight to 12:30 am"},
        {"PH off", "Public holidays: closed"},
        {"24/7", "Open 24 hours a day, 7 days a week"},
    };
    struct scratch *s = *state;
    struct labels *labels = labels_load("content/labels", "en", (struct pos){0}, s->diag);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_true(hours_check(cases[i].line, (struct pos){0}, s->diag));
        g_autofree char *words = hours_in_words(cases[i].line, labels);
        assert_string_equal(words, cases[i].words);
    }
    assert_silent(s->diag);
    labels_free(labels);
}

static void anything_else_is_refused(void **state)
{
    static const char *const lines[] = {
        "",
        " ",
        "Monday",
        "mo-fr",
        "Mo-",
        "Mo-Mo",
        "Mo,",
        "Mo--Fr",
        "PH-Mo",
        "Mo-PH",
        "Mo-Fr ",
        "Mo-Fr  09:00-17:00",
        "Mo-Fr 09:00",
        "Mo-Fr 9-17",
        "Mo-Fr 09:00-17:00 ",
        "Mo-Fr 09:00-09:00",
        "Mo-Fr 25:00-26:00",
        "Mo-Fr 24:30-25:00",
        "Mo-Fr 09:60-17:00",
        "Mo-Fr 09:0-17:00",
        "Mo-Fr 24:00-02:00",
        "Mo-Fr 13:00-17:00,09:00-12:00",
        "Mo-Fr 09:00-13:00,12:00-17:00",
        "Mo-Fr 22:00-02:00,03:00-04:00",
        "Mo-Fr 09:00-17:00,",
        "Mo off 09:00-10:00",
        "24/7 off",
        "Mo,Tu,We,Th,Fr,Sa,Su,PH,Mo",
        "Mo 01:00-02:00,02:00-03:00,03:00-04:00,04:00-05:00,05:00-06:00,06:00-07:00,07:00-08:00,"
        "08:00-09:00,09:00-10:00",
    };
    struct scratch *s = *state;
    struct pos pos = {g_intern_string("c.yaml"), 4, 5};
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        if (hours_check(lines[i], pos, s->diag))
            fail_msg("'%s' was taken for opening hours", lines[i]);
        assert_false(hours_lack_times(lines[i]));
    }
    assert_int_equal(diag_errors(s->diag), G_N_ELEMENTS(lines));
    assert_said(s->diag, "c.yaml:4:5: error: 'Monday' are no opening hours: write days and times");
}

static void days_without_times_are_known(void **state)
{
    (void)state;
    assert_true(hours_lack_times("Mo-Fr"));
    assert_true(hours_lack_times("Sa,Su"));
    assert_false(hours_lack_times("Mo-Fr 09:00-17:00"));
    assert_false(hours_lack_times("PH off"));
    assert_false(hours_lack_times("24/7"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(hours_are_said_in_words),
        scratch_test(anything_else_is_refused),
        cmocka_unit_test(days_without_times_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
