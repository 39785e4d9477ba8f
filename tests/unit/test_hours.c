/* Opening hours: what is understood, and how it is said. */
#include "scratch.h"

#include "content/hours.h"

/* The rows that a line becomes, parted by " | "; "unread" when it cannot be read. */
static char *told(const char *line, const struct labels *labels)
{
    g_autoptr(GArray) rules = g_array_new(FALSE, FALSE, sizeof(struct hours));
    if (!hours_read(line, rules))
        return g_strdup("unread");
    for (guint i = 0; i < rules->len; i++) /* as from one line of clinic.yaml */
        g_array_index(rules, struct hours, i).line = &(const struct fact){0};
    g_autoptr(GPtrArray) rows = hours_table(rules, labels);
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < rows->len; i++) {
        g_autofree char *row = hours_row_in_words(rows->pdata[i], labels);
        g_string_append_printf(words, "%s%s", i ? " | " : "", row);
    }
    return g_string_free(words, FALSE);
}

static const struct {
    const char *line, *words;
} told_lines[] = {
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
    /* Public hour strings */
    {"Mo-Fr 12:00-18:00; We off; Sa,PH 12:00-17:00; Th[3],Th[-1] off",
     "Monday, Tuesday, Thursday and Friday: 12 noon to 6 pm | Wednesday: closed | "
     "Saturday and Public holidays: 12 noon to 5 pm | "
     "3rd Thursday of the month and last Thursday of the month: closed"},
    {"10:00-12:00", "10 am to 12 noon"},
    {"10:00-12:00,", "10 am to 12 noon"},
    {"10-12", "10 am to 12 noon"},
    {"08:00-09:00; 10:00-12:00", "8 am to 9 am and 10 am to 12 noon"},
    {"off", "closed"},
    {"closed", "closed"},
    {"Mo-Fr 10.00-12.00", "Monday to Friday: 10 am to 12 noon"},
    {"Mo-Fr 10am-12pm,1pm-8pm", "Monday to Friday: 10 am to 12 noon and 1 pm to 8 pm"},
    {"Mo-Fr 9:00-17:00", "Monday to Friday: 9 am to 5 pm"},
    {"Mo12:00-14:00", "Monday: 12 noon to 2 pm"},
    {"Mo 12:00–14:00", "Monday: 12 noon to 2 pm"},
    {"Mo – Fr 12:00-14:00", "Monday to Friday: 12 noon to 2 pm"},
    {"Mo 12:00 to 14:00", "Monday: 12 noon to 2 pm"},
    {"Mon-Fri 12:00-14:00", "Monday to Friday: 12 noon to 2 pm"},
    {"mo-fr 08:00-12:00", "Monday to Friday: 8 am to 12 noon"},
    {"MO-FR 08:00-12:00", "Monday to Friday: 8 am to 12 noon"},
    {"Montags 07:00-18:00", "unread"},
    {"22:00-02:00", "10 pm to 2 am"},
    {"Fr 22:00-26:00", "Friday: 10 pm to 2 am"},
    {"Su-Tu 11:00-01:00", "Sunday to Tuesday: 11 am to 1 am"},
    {"Mo 00:00-24:00", "Monday: open 24 hours"},
    {"Fr-Mo 10:00-14:00", "Friday to Monday: 10 am to 2 pm"},
    {"Sa-Su 10:00-14:00", "Saturday and Sunday: 10 am to 2 pm"},
    {"Mo,We,Fr 08:00-12:00", "Monday, Wednesday and Friday: 8 am to 12 noon"},
    {"Mo-We,Fr 08:00-12:00,14:00-18:00",
     "Monday to Wednesday and Friday: 8 am to 12 noon and 2 pm to 6 pm"},
    {"17:00+", "from 5 pm"},
    {"Mo-Fr 17:00+", "Monday to Friday: from 5 pm"},
    {"Mo-Fr 08:00-12:00 \"by appointment\"", "Monday to Friday: 8 am to 12 noon, by appointment"},
    {"Mo-Fr 08:00-12:00 open \"only after registration\"",
     "Monday to Friday: 8 am to 12 noon, only after registration"},
    {"\"by appointment\"", "by appointment"},
    /* As people write them */
    {"Monday to Friday", "Monday to Friday"},
    {"Mon – Fri: 9:00 am to 5:30 p.m.", "Monday to Friday: 9 am to 5:30 pm"},
    {"MON-FRI 9AM-5PM", "Monday to Friday: 9 am to 5 pm"},
    {"Sat, Sun closed", "Saturday and Sunday: closed"},
    {"Closed on Sundays and public holidays", "Sunday and Public holidays: closed"},
    {"Tuesdays & Thursdays, 12 noon through 8pm.", "Tuesday and Thursday: 12 noon to 8 pm"},
    {"mo-fr 08:00-12:00 and 13:00-17:00", "Monday to Friday: 8 am to 12 noon and 1 pm to 5 pm"},
    {"Mon-Fri 9am-5pm, Sat 10am-2pm, Sunday closed",
     "Monday to Friday: 9 am to 5 pm | Saturday: 10 am to 2 pm | Sunday: closed"},
    {"Mon to Fri from 9 to 5", "Monday to Friday: 9 am to 5 pm"},
    {"Mon - Fri 9:00 - 5:00", "Monday to Friday: 9 am to 5 pm"},
    {"M–Th 7:30–6", "Monday to Thursday: 7:30 am to 6 pm"},
    {"M-Th 8-8, F 8-5", "Monday to Thursday: 8 am to 8 pm | Friday: 8 am to 5 pm"},
    {"MWF 8-5, T/Th 9-6",
     "Monday, Wednesday and Friday: 8 am to 5 pm | Tuesday and Thursday: 9 am to 6 pm"},
    {"Every day 9-5", "Monday to Sunday: 9 am to 5 pm"},
    {"Mon 9-12, 1-5", "Monday: 9 am to 12 noon and 1 pm to 5 pm"},
    {"Mon 8-12:30 and 6-8", "Monday: 8 am to 12:30 pm and 6 pm to 8 pm"},
    {"Mon 12:00-12:30", "Monday: 12 noon to 12:30 pm"},
    {"Mo 9-12 Uhr, 14-18 Uhr", "Monday: 9 am to 12 noon and 2 pm to 6 pm"},
    {"Weekdays 8a–6p", "Monday to Friday: 8 am to 6 pm"},
    {"Mon 9-17", "Monday: 9 am to 5 pm"},
    {"Mon 9-5pm", "Monday: 9 am to 5 pm"},
    {"Mon 1-5pm", "Monday: 1 pm to 5 pm"},
    {"Mon 9am-5", "Monday: 9 am to 5 pm"},
    {"Mon 8-12pm", "Monday: 8 am to 12 noon"},
    {"Mon 9.30am-5pm", "Monday: 9:30 am to 5 pm"},
    {"Mon 24 hours", "Monday: open 24 hours"},
    {"Mo 9:00-17:00; Tu 9:00-17:00; We 9:00-17:00; Th 10:00-12:00",
     "Monday to Wednesday: 9 am to 5 pm | Thursday: 10 am to 12 noon"},
    {"Mo-Fr 8:00-12:00; Mo-Fr 13:00-17:00", "Monday to Friday: 8 am to 12 noon and 1 pm to 5 pm"},
    {"first and third Monday of the month 9am-noon",
     "1st Monday of the month and 3rd Monday of the month: 9 am to 12 noon"},
    {"Mo[1] 09:00-12:00", "1st Monday of the month: 9 am to 12 noon"},
    {"Mo-Fr 08:00-12:00 (walk-in)", "Monday to Friday: 8 am to 12 noon, walk-in"},
    {"Mo-Fr by appointment only", "Monday to Friday: by appointment"},
    {"SH 10:00-12:00", "School holidays: 10 am to 12 noon"},
    {"SH Mo-Fr 9-12", "School holidays, Monday to Friday: 9 am to 12 noon"},
    {"PH Mo-Fr 10-14", "Public holidays, Monday to Friday: 10 am to 2 pm"},
    {"Mo-Fr 9-17; SH Mo-Fr 9-12; PH off",
     "Monday to Friday: 9 am to 5 pm | School holidays, Monday to Friday: 9 am to 12 noon | "
     "Public holidays: closed"},
    {"School holidays: Mon, Wed 9am-noon",
     "School holidays, Monday and Wednesday: 9 am to 12 noon"},
    {"Mon-Fri during the school holidays 9am-noon",
     "School holidays, Monday to Friday: 9 am to 12 noon"},
    {"Jul-Aug SH Mo-Fr 08:00-12:00",
     "July to August, School holidays, Monday to Friday: 8 am to 12 noon"},
    {"SH,Mo-Fr 10:00-12:00", "Monday to Friday and School holidays: 10 am to 12 noon"},
    {"9am-5pm Mon-Fri", "Monday to Friday: 9 am to 5 pm"},
    {"9am-5pm, Monday - Friday", "Monday to Friday: 9 am to 5 pm"},
    {"noon-8pm on Tuesdays", "Tuesday: 12 noon to 8 pm"},
    {"9:00-17:00 Mon, 10:00-14:00 Sat", "Monday: 9 am to 5 pm | Saturday: 10 am to 2 pm"},
    {"9:00-17:00, Sat 10:00-14:00", "9 am to 5 pm | Saturday: 10 am to 2 pm"},
    {"M-F 9am to 5pm", "Monday to Friday: 9 am to 5 pm"},
    {"Mo–Fr 0900-1700", "Monday to Friday: 9 am to 5 pm"},
    {"Mo-Fr 8.00-18.00 Uhr", "Monday to Friday: 8 am to 6 pm"},
    {"Tue/Thu 10am-7pm", "Tuesday and Thursday: 10 am to 7 pm"},
    {"Open 24/7", "Open 24 hours a day, 7 days a week"},
    {"Open Mon-Fri 9am-5pm", "Monday to Friday: 9 am to 5 pm"},
    /* Dates */
    {"Jun-Aug Mo-Fr 08:00-14:00", "June to August, Monday to Friday: 8 am to 2 pm"},
    {"Dec 24-26 off", "December 24 to December 26: closed"},
    {"24-26 December: closed", "December 24 to December 26: closed"},
    {"Dec 25,26 off", "December 25 and December 26: closed"},
    {"Dec 24: 9am-1pm", "December 24: 9 am to 1 pm"},
    {"Dec 9am-1pm", "December: 9 am to 1 pm"},
    {"2026-12-24 09:00-12:00", "December 24, 2026: 9 am to 12 noon"},
    {"2026 Dec 24-2027 Jan 02 off", "December 24, 2026 to January 2, 2027: closed"},
    {"December 24, 2026 closed", "December 24, 2026: closed"},
    /* What may mean two things, or nothing */
    {"", "unread"},
    {" ", "unread"},
    {"Mo-", "unread"},
    {"Mo-Mo", "unread"},
    {"Mo--Fr", "unread"},
    {"PH-Mo", "unread"},
    {"Mo-PH", "unread"},
    {"Mo-Fr 09:00", "unread"},
    {"Mo-Fr 8-11", "unread"},
    {"Mo-Fr 1-5", "unread"},
    {"Mo-Fr 1:00-5:00", "unread"},
    {"Mo-Fr 12-8", "unread"},
    {"F 12-15", "unread"},
    {"M 13-17", "unread"},
    {"Mo-Fr 7-8pm", "unread"},
    {"Mo-Fr 9am-11", "unread"},
    {"Mo-Fr 09:00-09:00", "unread"},
    {"Mo-Fr 25:00-26:00", "unread"},
    {"Mo-Fr 24:30-25:00", "unread"},
    {"Mo-Fr 09:60-17:00", "unread"},
    {"Mo-Fr 09:0-17:00", "unread"},
    {"Mo-Fr 24:00-02:00", "unread"},
    {"Mo-Fr 13:00-17:00,09:00-12:00", "unread"},
    {"Mo-Fr 09:00-13:00,12:00-17:00", "unread"},
    {"Mo-Fr 22:00-02:00,03:00-04:00", "unread"},
    {"Mo off 09:00-10:00", "unread"},
    {"24/7 off", "unread"},
    {"Mo[6] off", "unread"},
    {"Mon Wed Fri 9am-5pm", "unread"},
    {"09:00-17:00 Sa 10:00-12:00", "unread"},
    {"Mo-Fr 0970-1700", "unread"},
    {"Mo-Fr 1995-2005", "unread"},
    {"Mo-Fr 090-170", "unread"},
    {"Mo,Tu,We,Th,Fr,Sa,Su,PH,Mo", "unread"},
    {"Mo 01:00-02:00,02:00-03:00,03:00-04:00,04:00-05:00,05:00-06:00,06:00-07:00,07:00-08:00,"
     "08:00-09:00,09:00-10:00",
     "unread"},
    {"Mon 13pm-2pm", "unread"},
    {"Monday morning", "unread"},
    {"Months", "unread"},
    {"May", "unread"},
    {"Feb 30 off", "unread"},
    {"Dec 9-17", "unread"},
    {"Sunday school 9am-5pm", "unread"},
    {"Mo-Fr 08:00-12:00 \"open", "unread"},
};

static void hours_are_said_in_words(void **state)
{
    struct scratch *s = *state;
    struct labels *labels = labels_load("content/labels", "en", (struct pos){0}, s->diag);
    for (size_t i = 0; i < G_N_ELEMENTS(told_lines); i++) {
        g_autofree char *words = told(told_lines[i].line, labels);
        if (strcmp(words, told_lines[i].words) != 0)
            fail_msg("'%s' says '%s', not '%s'", told_lines[i].line, words, told_lines[i].words);
    }
    assert_silent(s->diag);
    labels_free(labels);
}

static void what_is_written_again_says_the_same(void **state)
{
    struct scratch *s = *state;
    struct labels *labels = labels_load("content/labels", "en", (struct pos){0}, s->diag);
    for (size_t i = 0; i < G_N_ELEMENTS(told_lines); i++) {
        g_autoptr(GArray) rules = g_array_new(FALSE, FALSE, sizeof(struct hours));
        if (!hours_read(told_lines[i].line, rules))
            continue;
        g_autofree char *text = hours_to_text(rules);
        g_autofree char *words = told(text, labels);
        if (strcmp(words, told_lines[i].words) != 0)
            fail_msg("'%s' says '%s', not '%s'", text, words, told_lines[i].words);
    }
    labels_free(labels);
}

static void assert_reports(struct scratch *s, const char *line, const char *said)
{
    struct fact_list lines;
    fact_list_init(&lines, (struct pos){0});
    fact_list_add(&lines, line, (struct pos){0});
    g_autoptr(GArray) rules = hours_read_lines(&lines, s->diag);
    assert_int_equal(diag_count(s->diag, SEVERITY_WARNING), said ? 1 : 0);
    if (said)
        assert_said(s->diag, said);
    fact_list_clear(&lines);
}

static void what_cannot_be_told_is_printed_as_written(void **state)
{
    struct scratch *s = *state;
    struct labels *labels = labels_load("content/labels", "en", (struct pos){0}, s->diag);
    struct fact_list lines;
    fact_list_init(&lines, (struct pos){0});
    fact_list_add(&lines, "Sa 9-12", (struct pos){0});
    fact_list_add(&lines, "Sa nach Bedarf", (struct pos){0});
    g_autoptr(GArray) rules = hours_read_lines(&lines, s->diag);
    g_autoptr(GPtrArray) rows = hours_table(rules, labels);
    assert_int_equal(rows->len, 2);
    g_autofree char *words = hours_row_in_words(rows->pdata[1], labels);
    assert_string_equal(words, "Sa nach Bedarf");
    assert_said(s->diag, "[hours-unread]");
    fact_list_clear(&lines);
    labels_free(labels);
}

/* Noon is a word only where "12 pm" would stand in its place. */
static void noon_is_told_as_other_times_are(void **state)
{
    static const char *const wanted[][2] = {
        {"en", "8:30 am to 12 noon and 1 pm to 5 pm"},
        {"es", "de 8:30 a 12:00 y de 13:00 a 17:00"},
        {"fr", "de 08:30 à 12:00 et de 13:00 à 17:00"},
        {"ja", "8:30から12:00まで、13:00から17:00まで"},
        {"zh-Hans", "08:30至12:00和13:00至17:00"},
    };
    struct scratch *s = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
        struct labels *labels =
            labels_load("content/labels", wanted[i][0], (struct pos){0}, s->diag);
        struct fact_list lines;
        fact_list_init(&lines, (struct pos){0});
        fact_list_add(&lines, "8:30-12:00,13:00-17:00", (struct pos){0});
        g_autoptr(GArray) rules = hours_read_lines(&lines, s->diag);
        g_autoptr(GPtrArray) rows = hours_table(rules, labels);
        g_autofree char *words = hours_row_in_words(rows->pdata[0], labels);
        assert_string_equal(words, wanted[i][1]);
        fact_list_clear(&lines);
        labels_free(labels);
    }
}

static void hours_that_may_be_slips_are_asked_about(void **state)
{
    assert_reports(*state, "Mo-Fr 12:00-08:00", "[hours-doubt]");
}

static void hours_from_midnight_by_12_am_are_asked_about(void **state)
{
    assert_reports(*state, "Mon to Fri 12am-5pm", "write '12 pm' for noon");
}

static void hours_around_midnight_are_taken_at_their_word(void **state)
{
    assert_reports(*state, "Mo-Fr 00:00-17:00", NULL);
    assert_reports(*state, "Mo-Fr 12pm-5pm", NULL);
}

static void hours_that_may_be_a_nights_are_asked_about(void **state)
{
    assert_reports(*state, "Fr 22:00-02:00", "count its end on from 24:00, as '26:00' for 2 am");
}

static void hours_that_say_they_are_a_nights_are_not_asked_about(void **state)
{
    assert_reports(*state, "Fr 22:00-26:00", NULL);
    assert_reports(*state, "Fr 10pm-2am", NULL);
    assert_reports(*state, "Su 11:00-25:00", NULL);
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
    assert_true(hours_read_times("9 am-5 pm", &hours));
    assert_false(hours_read_times("17:00+", &hours));
    assert_false(hours_read_days("Mo[1]", &hours));
}

static void times_of_a_line_are_known(void **state)
{
    (void)state;
    struct hours hours;
    assert_true(hours_read_times("9:00-12:00,13:30-24:00", &hours));
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
        scratch_test(what_is_written_again_says_the_same),
        scratch_test(what_cannot_be_told_is_printed_as_written),
        scratch_test(noon_is_told_as_other_times_are),
        scratch_test(hours_that_may_be_slips_are_asked_about),
        scratch_test(hours_from_midnight_by_12_am_are_asked_about),
        scratch_test(hours_around_midnight_are_taken_at_their_word),
        scratch_test(hours_that_may_be_a_nights_are_asked_about),
        scratch_test(hours_that_say_they_are_a_nights_are_not_asked_about),
        cmocka_unit_test(halves_of_lines_are_read_by_themselves),
        cmocka_unit_test(times_of_a_line_are_known),
        cmocka_unit_test(times_are_found_in_running_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
