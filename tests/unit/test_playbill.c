/* The playbill: what plays when, for shows of every make. */
#include "player/playbill.h"

#include "scratch.h"

/* Acts as letters: A articles, N announcements, C contact; language and seconds behind them. */
static void assert_plays(const char *const *acts, struct playbill_pace pace, const char *wanted)
{
    g_autoptr(GArray) bill = g_array_new(FALSE, FALSE, sizeof(struct act));
    g_autoptr(GString) played = g_string_new(NULL);
    for (size_t i = 0; acts[i]; i++) {
        g_auto(GStrv) parts = g_strsplit(acts[i], " ", 3);
        struct act act = {*parts[0] == 'A'   ? ACT_ARTICLE
                          : *parts[0] == 'N' ? ACT_ANNOUNCEMENT
                                             : ACT_CONTACT,
                          g_intern_string(parts[1]), (unsigned)atoi(parts[2])};
        g_array_append_val(bill, act);
    }
    g_autoptr(GArray) order = playbill(bill, pace);
    for (guint i = 0; i < order->len; i++) {
        g_auto(GStrv) parts = g_strsplit(acts[g_array_index(order, guint, i)], " ", 3);
        g_string_append_printf(played, "%s%s", i ? " " : "", parts[0]);
    }
    assert_string_equal(played->str, wanted);
}

static const struct playbill_pace ten_minutes = {600, 600};

static void contact_closes_the_round(void **state)
{
    (void)state;
    static const char *const acts[] = {"A1 en 100", "A2 en 100", "C en 40", NULL};
    assert_plays(acts, ten_minutes, "A1 A2 C");
}

static void announcements_open_the_round_and_come_again(void **state)
{
    (void)state;
    static const char *const acts[] = {"A1 en 400", "N1 en 10", "A2 en 400", "A3 en 100",
                                       "N2 en 10",  "C en 40",  NULL};
    assert_plays(acts, (struct playbill_pace){3000, 600}, "N1 N2 A1 N1 N2 A2 A3 C");
}

static void contact_comes_before_it_is_overdue(void **state)
{
    (void)state;
    static const char *const acts[] = {"A1 en 350", "A2 en 300", "A3 en 200", "A4 en 700",
                                       "A5 en 100", "C en 40",   NULL};
    assert_plays(acts, ten_minutes, "A1 C A2 A3 C A4 C A5 C");
}

static void languages_take_turns(void **state)
{
    (void)state;
    static const char *const acts[] = {"A1 es 500", "A2 en 500", "A3 en 500", "A4 en 500",
                                       "Ces es 40", "Cen en 40", NULL};
    assert_plays(acts, ten_minutes, "A1 Ces A2 Cen A3 Ces A4 Cen");
}

static void announcements_alone_are_a_round_too(void **state)
{
    (void)state;
    static const char *const acts[] = {"N1 en 10", "C en 40", NULL};
    assert_plays(acts, ten_minutes, "N1 C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contact_closes_the_round),
        cmocka_unit_test(announcements_open_the_round_and_come_again),
        cmocka_unit_test(contact_comes_before_it_is_overdue),
        cmocka_unit_test(languages_take_turns),
        cmocka_unit_test(announcements_alone_are_a_round_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
