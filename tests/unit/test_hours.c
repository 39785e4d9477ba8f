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
        struct hours hours;
        assert_true(hours_read(cases[i].line, HOURS_EXACT, &hours));
        g_autofree char *words = hours_in_words(&hours, labels);
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
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        struct hours hours;
        if (hours_read(lines[i], HOURS_EXACT, &hours))
            fail_msg("'%s' was taken for opening hours", lines[i]);
    }
}

static void assert_kind(const char *line, enum hours_kind kind)
{
    struct hours hours;
    assert_true(hours_read(line, HOURS_EXACT, &hours));
    assert_int_equal(hours.kind, kind);
}

static void a_line_says_one_of_four_things(void **state)
{
    (void)state;
    assert_kind("Mo-Fr", HOURS_UNTIMED);
    assert_kind("Mo-Fr 09:00-17:00", HOURS_TIMED);
    assert_kind("PH off", HOURS_CLOSED);
    assert_kind("24/7", HOURS_ALWAYS);
}

static void spoken_lines_are_read_as_exact_ones(void **state)
{
    static const struct {
        const char *line, *exact;
    } cases[] = {
        {"Monday to Friday", "Mo-Fr"},
        {"Mon – Fri: 9:00 am to 5:30 p.m.", "Mo-Fr 09:00-17:30"},
        {"MON-FRI 9AM-5PM", "Mo-Fr 09:00-17:00"},
        {"Sat, Sun closed", "Sa,Su off"},
        {"Tuesdays & Thursdays, 12 noon through 8pm.", "Tu,Th 12:00-20:00"},
        {"mo-fr 08:00-12:00 and 13:00-17:00", "Mo-Fr 08:00-12:00,13:00-17:00"},
        {"24/7", "24/7"},
    };
    static const char *const others[] = {"",
                                         "Mon-Mon 9am-5pm",
                                         "Mon 9-5",
                                         "Mon 9am to 8am",
                                         "Mon 13pm-2pm",
                                         "Mon 9.30am-5pm",
                                         "Mon 12:00-24:00",
                                         "Monday morning",
                                         "Months",
                                         "PH off",
                                         "Sunday school 9am-5pm"};
    (void)state;
    struct hours hours;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_true(hours_read(cases[i].line, HOURS_SPOKEN, &hours));
        g_autofree char *text = hours_to_text(&hours);
        assert_string_equal(text, cases[i].exact);
        assert_true(hours_read(text, HOURS_EXACT, &hours));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (hours_read(others[i], HOURS_SPOKEN, &hours))
            fail_msg("'%s' was taken for opening hours", others[i]);
}

static void halves_of_lines_are_read_by_themselves(void **state)
{
    (void)state;
    struct hours hours;
    assert_true(hours_read_days("Sa-Mo,We,PH", &hours));
    assert_int_equal(hours_weekdays(&hours), 0x65);
    assert_false(hours_read_days("Mo 09:00-10:00", &hours));
    assert_true(hours_read_times("09:00-12:00,20:00-06:00", &hours));
    assert_int_equal(hours.n_times, 2);
    assert_int_equal(hours.times[1].to, 6 * 60);
    assert_false(hours_read_times("09:00", &hours));
    assert_false(hours_read_times("9 am-5 pm", &hours));
}

static void times_of_a_line_are_known(void **state)
{
    (void)state;
    struct hours hours;
    assert_true(hours_read("Mo 9:00-12:00,13:30-24:00", HOURS_EXACT, &hours));
    assert_true(hours_name_time(&hours, 9 * 60));
    assert_true(hours_name_time(&hours, 13 * 60 + 30));
    assert_true(hours_name_time(&hours, 0));
    assert_false(hours_name_time(&hours, 10 * 60));
}

static void assert_found(const char *text, const char *wanted)
{
    g_autoptr(GString) found = g_string_new(NULL);
    struct range range;
    int minutes;
    for (size_t at = 0; hours_find_time(text, at, &range, &minutes); at = range.end) {
        g_autofree char *clock = g_strdup_printf("=%02d:%02d|", minutes / 60, minutes % 60);
        g_string_append_len(found, text + range.start, (gssize)(range.end - range.start));
        g_string_append(found, clock);
    }
    assert_string_equal(found->str, wanted);
}

static void times_are_found_in_running_text(void **state)
{
    (void)state;
    assert_found("Open 9 am to 5:30 p.m. and at 14:00.", "9 am=09:00|5:30 p.m.=17:30|14:00=14:00|");
    assert_found("12am, 12 PM, 8.30 a.m", "12am=00:00|12 PM=12:00|8.30 a.m=08:30|");
    assert_found("09:00–17:00", "09:00=09:00|17:00=17:00|");
    assert_found("9 amps, 2.5 mg, 9:75, 25:00, B12:30, 120:30, 1:234, 13 pm", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(hours_are_said_in_words),
        cmocka_unit_test(anything_else_is_refused),
        cmocka_unit_test(a_line_says_one_of_four_things),
        cmocka_unit_test(spoken_lines_are_read_as_exact_ones),
        cmocka_unit_test(halves_of_lines_are_read_by_themselves),
        cmocka_unit_test(times_of_a_line_are_known),
        cmocka_unit_test(times_are_found_in_running_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
