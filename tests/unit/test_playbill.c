/* The playbill: what plays when, for shows of every make. */
#include "base/intern.h"
#include "player/playbill.h"

#include "scratch.h"

#include <time.h>

/* Acts as letters: A articles, N announcements, C contact, a a further part of an article;
 * language, seconds and, of some, the topic behind them. */
static void assert_plays(const char *const *acts, struct playbill_pace pace, const char *wanted)
{
    g_autoptr(GArray) bill = g_array_new(FALSE, FALSE, sizeof(struct act));
    g_autoptr(GString) played = g_string_new(NULL);
    for (size_t i = 0; acts[i]; i++) {
        g_auto(GStrv) parts = g_strsplit(acts[i], " ", 4);
        struct act act = {.kind = *parts[0] == 'N'   ? ACT_ANNOUNCEMENT
                                  : *parts[0] == 'C' ? ACT_CONTACT
                                                     : ACT_ARTICLE,
                          .lang = intern(parts[1]),
                          .seconds = (unsigned)atoi(parts[2]),
                          .topic = parts[2] ? intern(parts[3]) : NULL,
                          .goes_on = *parts[0] == 'a'};
        g_array_append_val(bill, act);
    }
    g_autoptr(GArray) order = playbill(bill, pace);
    for (guint i = 0; i < order->len; i++) {
        g_auto(GStrv) parts = g_strsplit(acts[g_array_index(order, guint, i)], " ", 3);
        g_string_append_printf(played, "%s%s", i ? " " : "", parts[0]);
    }
    assert_string_equal(played->str, wanted);
}

static const struct playbill_pace ten_minutes = {600, 600, false, NULL};

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
    assert_plays(acts, (struct playbill_pace){3000, 600, false, NULL}, "N1 N2 A1 N1 N2 A2 A3 C");
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
    assert_plays(acts, ten_minutes, "A1 Ces A2 Cen A3 Cen A4 Cen");
}

static void what_follows_speaks_the_language_of_what_was_shown(void **state)
{
    (void)state;
    static const char *const acts[] = {"A1 en 400", "a2 en 400", "a3 en 400", "a4 en 400",
                                       "A5 ar 10",  "Car ar 40", "Cen en 40", NULL};
    assert_plays(acts, ten_minutes, "A1 Cen a2 Car a3 Cen a4 A5 Cen");
}

static void no_language_is_left_out_of_a_round(void **state)
{
    (void)state;
    static const char *const acts[] = {"A1 en 400", "A2 es 300", "A3 ar 300", "A4 en 300",
                                       "Cen en 40", "Ces es 40", "Car ar 40", NULL};
    assert_plays(acts, ten_minutes, "A1 Cen A2 A3 Car A4 Ces Cen");
    assert_plays(acts, (struct playbill_pace){900, 600, false, NULL}, "A1 A2 Ces A3 A4 Car Cen");
    assert_plays(acts, (struct playbill_pace){2000, 600, false, NULL}, "A1 A2 A3 A4 Ces Car Cen");
}

static void a_language_has_one_turn_by_whatever_name(void **state)
{
    (void)state;
    static const char *const acts[] = {"A1 en-US 500", "A2 es 500", "A3 en 500", "Cus en-US 40",
                                       "Ces es 40",    "Cen en 40", NULL};
    assert_plays(acts, ten_minutes, "A1 Cus A2 Ces A3 Cus");
}

static void the_show_stays_one_of_articles(void **state)
{
    (void)state;
    static const char *const acts[] = {"A1 en 150", "A2 es 90",  "A3 ar 30", "Cen en 45",
                                       "Ces es 45", "Car ar 45", NULL};
    assert_plays(acts, ten_minutes, "A1 A2 A3 Ces Cen");
}

static void the_clinic_is_named_within_long_articles(void **state)
{
    (void)state;
    static const char *const acts[] = {"N en 10",   "A1 en 300", "a2 en 200", "a3 en 300",
                                       "a4 en 300", "A5 en 10",  "C en 40",   NULL};
    assert_plays(acts, ten_minutes, "N A1 a2 C a3 a4 C N A5 C");
    static const char *const soon[] = {"A1 en 500", "A2 en 50", "a3 en 400",
                                       "a4 en 200", "C en 40",  NULL};
    assert_plays(soon, ten_minutes, "A1 C A2 a3 C a4 C");
}

static void announcements_alone_are_a_round_too(void **state)
{
    (void)state;
    static const char *const acts[] = {"N1 en 10", "C en 40", NULL};
    assert_plays(acts, ten_minutes, "N1 C");
}

static const char *const in_three_languages[] = {
    "Aar ar 100 mri", "a2ar ar 10 mri", "Aes es 90 mri", "Xen en 50 sleep", "Aen en 100 mri",
    "Nen en 10",      "Car ar 40",      "Cen en-US 40",  "Ces es 40",       NULL};

static void the_languages_of_an_article_stand_together(void **state)
{
    (void)state;
    assert_plays(in_three_languages, (struct playbill_pace){3000, 3000, false, NULL},
                 "Nen Aen Aar a2ar Aes Xen Car Ces Cen");
}

/* However many words the others take for the same. */
static void the_language_of_the_house_comes_first(void **state)
{
    (void)state;
    const struct playbill_pace together = {3000, 3000, false, "es"},
                               rounds = {3000, 3000, true, "en-US"};
    assert_plays(in_three_languages, together, "Nen Aes Aen Aar a2ar Xen Car Ces Cen");
    static const char *const acts[] = {"Aes es 100 mri", "Aen en 90 mri", "C en 40", NULL};
    assert_plays(acts, rounds, "Aen C Aes");
}

static void each_language_may_have_a_round_of_its_own(void **state)
{
    (void)state;
    assert_plays(in_three_languages, (struct playbill_pace){3000, 3000, true, NULL},
                 "Nen Aen Xen Cen Nen Aar a2ar Car Nen Aes Ces");
    static const char *const in_one[] = {"A1 en 10", "A2 en-US 10", "C en 40", "Ces es 40", NULL};
    assert_plays(in_one, (struct playbill_pace){3000, 3000, true, NULL}, "A1 A2 C");
}

/* So many acts that comparing each with all others takes minutes. */
static void a_long_show_is_ordered_at_once(void **state)
{
    (void)state;
    enum { ACTS = 6000 };
    g_autoptr(GArray) acts = g_array_new(FALSE, FALSE, sizeof(struct act));
    for (int i = 0; i < ACTS; i++) {
        struct act act = {.kind = ACT_ARTICLE, .lang = i % 3 ? "en-US" : "es", .seconds = 20};
        g_array_append_val(acts, act);
    }
    clock_t start = clock();
    g_autoptr(GArray) order = playbill(acts, (struct playbill_pace){600, 600, true, "en"});
    assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
    assert_int_equal(order->len, ACTS);
    assert_int_equal(g_array_index(order, guint, 0), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contact_closes_the_round),
        cmocka_unit_test(announcements_open_the_round_and_come_again),
        cmocka_unit_test(contact_comes_before_it_is_overdue),
        cmocka_unit_test(languages_take_turns),
        cmocka_unit_test(what_follows_speaks_the_language_of_what_was_shown),
        cmocka_unit_test(no_language_is_left_out_of_a_round),
        cmocka_unit_test(a_language_has_one_turn_by_whatever_name),
        cmocka_unit_test(the_show_stays_one_of_articles),
        cmocka_unit_test(the_clinic_is_named_within_long_articles),
        cmocka_unit_test(announcements_alone_are_a_round_too),
        cmocka_unit_test(the_languages_of_an_article_stand_together),
        cmocka_unit_test(the_language_of_the_house_comes_first),
        cmocka_unit_test(each_language_may_have_a_round_of_its_own),
        cmocka_unit_test(a_long_show_is_ordered_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
