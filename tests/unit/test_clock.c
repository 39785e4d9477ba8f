/* The time of a build: what it is told, and what is no time. */
#include "scratch.h"

#include "base/clock.h"

static void a_build_takes_the_time_it_is_told(void **state)
{
    (void)state;
    g_setenv("SOURCE_DATE_EPOCH", "1760000000", TRUE);
    g_autoptr(GDateTime) told = clock_told();
    g_autoptr(GDateTime) now = clock_now();
    g_autofree char *iso = clock_iso(told);
    assert_string_equal(iso, "2025-10-09T08:53:20Z");
    assert_true(g_date_time_equal(told, now));
}

static void anything_else_is_no_time(void **state)
{
    static const char *const values[] = {"", "soon", "-1", "12.5", "1760000000 ", "253402300800"};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        g_setenv("SOURCE_DATE_EPOCH", values[i], TRUE);
        assert_null(clock_told());
    }
    g_setenv("SOURCE_DATE_EPOCH", "253402300799", TRUE);
    g_autoptr(GDateTime) last = clock_told();
    assert_int_equal(g_date_time_get_year(last), 9999);
}

static void without_it_a_build_takes_the_real_time(void **state)
{
    (void)state;
    g_unsetenv("SOURCE_DATE_EPOCH");
    assert_null(clock_told());
    g_autoptr(GDateTime) now = clock_now();
    assert_true(ABS(g_date_time_to_unix(now) - g_get_real_time() / G_USEC_PER_SEC) <= 60);
}

static void times_have_four_digits(void **state)
{
    (void)state;
    g_autofree char *early = clock_time(9 * 60 + 5), *late = clock_time(24 * 60);
    assert_string_equal(early, "09:05");
    assert_string_equal(late, "24:00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_build_takes_the_time_it_is_told),
        cmocka_unit_test(anything_else_is_no_time),
        cmocka_unit_test(without_it_a_build_takes_the_real_time),
        cmocka_unit_test(times_have_four_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
