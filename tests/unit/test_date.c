/* Dates: of settings, and in running text. */
#include "scratch.h"

#include "content/date.h"

static void days_exist(void **state)
{
    (void)state;
    assert_true(date_is_day("2028-02-29"));
    assert_false(date_is_day("2026-02-29"));
    assert_false(date_is_day("2026-02"));
    assert_false(date_is_day("2026"));
    assert_false(date_is_day("31.1.2026"));
    assert_false(date_is_day("2026-01-31 "));
    assert_false(date_is_day(NULL));
}

static void assert_span(const char *text, const char *first, const char *last)
{
    struct fact fact = {.value = (char *)text};
    GDate from, to;
    char buffer[] = "yyyy-mm-dd";
    assert_true(date_first_day(&fact, &from));
    assert_true(date_read(&fact, &to));
    g_date_strftime(buffer, sizeof buffer, "%Y-%m-%d", &from);
    assert_string_equal(buffer, first);
    g_date_strftime(buffer, sizeof buffer, "%Y-%m-%d", &to);
    assert_string_equal(buffer, last);
}

static void months_and_years_have_a_first_and_a_last_day(void **state)
{
    (void)state;
    assert_span("2026-03-02", "2026-03-02", "2026-03-02");
    assert_span("2028-02", "2028-02-01", "2028-02-29");
    assert_span("2026", "2026-01-01", "2026-12-31");
}

static void figures_may_be_dates(void **state)
{
    (void)state;
    assert_true(date_is_figures("2026-03-31 and", 10));
    assert_true(date_is_figures("2025-2026", 9));
    assert_true(date_is_figures("2025/2026", 9));
    assert_false(date_is_figures("555-0199", 8));
    assert_false(date_is_figures("2026-03-31 and", 14));
}

static void assert_found(const char *text, const char *wanted)
{
    g_autoptr(GString) found = g_string_new(NULL);
    struct range range;
    for (size_t at = 0; date_find(text, at, &range); at = range.end) {
        g_string_append_len(found, text + range.start, (gssize)(range.end - range.start));
        g_string_append_c(found, '|');
    }
    assert_string_equal(found->str, wanted);
}

static void dates_are_found_in_running_text(void **state)
{
    (void)state;
    assert_found("On 12 May 2026 or May 12, 2026.", "12 May 2026|May 12, 2026|");
    assert_found("am 3. August 2026, 9-12 mai 2026", "3. August 2026|9-12 mai 2026|");
    assert_found("in May of 2026, 12 May, room 2-104-12. Batch 2024", "");
}

static void assert_words(struct labels *labels, const char *figures, const char *wanted)
{
    const struct fact fact = {.value = (char *)figures};
    g_autofree char *words = date_fact_in_words(&fact, labels);
    assert_string_equal(words, wanted);
}

static void dates_are_said_as_their_language_says_them(void **state)
{
    struct scratch *s = *state;
    struct labels *american = labels_load(s->directory, "en-US", (struct pos){0}, s->diag);
    struct labels *british = labels_load(s->directory, "en-GB", (struct pos){0}, s->diag);
    assert_words(american, "2026-10-01", "October 1, 2026");
    assert_words(american, "2026-10", "October 2026");
    assert_words(american, "2026", "2026");
    assert_words(american, "spring 2026", "spring 2026");
    assert_words(british, "2026-10-01", "1 October 2026");
    g_autofree char *every_year = date_in_words(0, 12, 24, british);
    assert_string_equal(every_year, "24 December");
    labels_free(american);
    labels_free(british);
}

static void months_without_names_are_not_guessed(void **state)
{
    struct scratch *s = *state;
    const char file[] = "contact_heading: Xx\n";
    g_free(scratch_write(s, "xx.yaml", file, -1));
    struct labels *labels = labels_load(s->directory, "xx", (struct pos){0}, s->diag);
    assert_words(labels, "2026-10-01", "2026-10-01");
    assert_words(labels, "2026-10", "2026-10");
    labels_free(labels);
}

static void ranges_are_taken_with_one_year_for_both_ends(void **state)
{
    struct reader r = {.at = "24 - 26 Sept. 2026 and more"};
    struct dates dates;
    (void)state;
    assert_true(date_take(&r, &dates));
    assert_string_equal(r.at, " and more");
    assert_int_equal(dates.first.year, 2026);
    assert_int_equal(dates.first.day, 24);
    assert_int_equal(dates.last.day, 26);
    assert_string_equal(date_month_code(dates.first.month), "Sep");
    r.at = "31 September";
    assert_false(date_take(&r, &dates));
    assert_string_equal(r.at, "31 September");
}

static void today_is_the_day_of_the_build(void **state)
{
    GDate today;
    (void)state;
    g_setenv("SOURCE_DATE_EPOCH", "1760000000", TRUE);
    date_today(&today);
    assert_int_equal(g_date_get_year(&today), 2025);
    assert_int_equal(g_date_get_month(&today), 10);
    assert_int_equal(g_date_get_day(&today), 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_exist),
        cmocka_unit_test(months_and_years_have_a_first_and_a_last_day),
        cmocka_unit_test(figures_may_be_dates),
        cmocka_unit_test(dates_are_found_in_running_text),
        scratch_test(dates_are_said_as_their_language_says_them),
        scratch_test(months_without_names_are_not_guessed),
        cmocka_unit_test(ranges_are_taken_with_one_year_for_both_ends),
        cmocka_unit_test(today_is_the_day_of_the_build),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
