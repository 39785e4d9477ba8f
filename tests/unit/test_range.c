/* Parts of a text: phrases that stand as words of their own. */
#include "scratch.h"

#include "base/range.h"

/* `at`: the byte where the phrase is found; -1: nowhere. */
static void assert_phrase(const char *text, const char *phrase, bool any_case, int at)
{
    const char *found = range_find_phrase(text, phrase, any_case);
    if ((found ? (int)(found - text) : -1) != at)
        fail_msg("'%s' in '%s': %s", phrase, text, found ? found : "not found");
}

static void a_phrase_is_words_of_its_own(void **state)
{
    (void)state;
    assert_phrase("to see more", "see", true, 3);
    assert_phrase("seeing, oversee, see", "see", true, 17);
    assert_phrase("see_it", "see", true, -1);
    assert_phrase("patient", "patients", true, -1);
}

static void letters_of_every_script_run_on(void **state)
{
    (void)state;
    assert_phrase("hablé TODOÓ", "TODO", false, -1);
    assert_phrase("éXXX", "XXX", false, -1);
}

static void case_counts_where_it_is_asked_for(void **state)
{
    (void)state;
    assert_phrase("Todo el TODO", "TODO", false, 8);
    assert_phrase("Todo el TODO", "TODO", true, 0);
}

static void a_sign_may_follow_a_word(void **state)
{
    (void)state;
    assert_phrase("a[insert b]", "[insert", true, 1);
    assert_phrase("www.example.com/a", "example.com", true, 4);
}

static void lines_are_walked_to_the_last(void **state)
{
    const char *second = range_next_line("a\n\nb");
    (void)state;
    assert_string_equal(second, "\nb");
    assert_string_equal(range_next_line(second), "b");
    assert_null(range_next_line("b"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_phrase_is_words_of_its_own),
        cmocka_unit_test(letters_of_every_script_run_on),
        cmocka_unit_test(case_counts_where_it_is_asked_for),
        cmocka_unit_test(a_sign_may_follow_a_word),
        cmocka_unit_test(lines_are_walked_to_the_last),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
