/*
 * What is said about a slide: how many words it has in the scripts of the world, and how long it
 * stays.
 */
#include "player/slide.h"

#include "scratch.h"

static void words_are_what_stands_between_blanks(void **state)
{
    (void)state;
    assert_int_equal(slide_words(""), 0);
    assert_int_equal(slide_words("one"), 1);
    assert_int_equal(slide_words("  one two\nthree\u2028four "), 4);
    assert_int_equal(slide_words("Monday \u2013 Friday: 9 am"), 4); /* the dash is no word */
    assert_int_equal(slide_words("don't, well-known"), 2);
    assert_int_equal(slide_words("\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645"), 2);
}

static void letters_of_scripts_without_blanks_are_no_words(void **state)
{
    (void)state;
    assert_int_equal(slide_words("\u7761\u7720"), 0);
    assert_int_equal(slide_words("TMS \u7761\u7720"), 1);
}

static void time_follows_the_words(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 33; i++)
        g_string_append(text, "word ");
    assert_int_equal(slide_dwell(text->str, 90), 24); /* lobby-standards 4.4 */
    assert_int_equal(slide_dwell(text->str, 60), 35);
    assert_int_equal(slide_dwell("a few words", 90), 10);
    assert_int_equal(slide_dwell("", 90), 10);
}

static void time_follows_the_letters_where_there_are_no_words(void **state)
{
    (void)state;
    g_autoptr(GString) han = g_string_new(NULL), thai = g_string_new(NULL);
    for (int i = 0; i < 80; i++) {
        g_string_append(han, "\u7761");
        g_string_append(thai, "\u0e19");
    }
    assert_int_equal(slide_dwell(han->str, 90), 2 + 27);
    assert_int_equal(slide_dwell(thai->str, 90), 2 + 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_what_stands_between_blanks),
        cmocka_unit_test(letters_of_scripts_without_blanks_are_no_words),
        cmocka_unit_test(time_follows_the_words),
        cmocka_unit_test(time_follows_the_letters_where_there_are_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
