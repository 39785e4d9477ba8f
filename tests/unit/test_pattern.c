/* Patterns: where they are found, and what stands before the place that they are sought from. */
#include "scratch.h"

#include "base/pattern.h"

static struct pattern digits = PATTERN("(?<!-)\\d+");

static void the_first_match_is_found(void **state)
{
    struct range found;
    (void)state;
    assert_true(pattern_find(&digits, "a 12 b 345", 0, &found));
    assert_int_equal(found.start, 2);
    assert_int_equal(found.end, 4);
    assert_true(pattern_find(&digits, "a 12 b 345", found.end, &found));
    assert_int_equal(found.start, 7);
    assert_int_equal(found.end, 10);
    assert_false(pattern_find(&digits, "a 12 b 345", found.end, &found));
}

/* Else the rest of a number would be taken for a number. */
static void what_stands_before_is_seen(void **state)
{
    struct range found;
    (void)state;
    assert_false(pattern_find(&digits, "a-1", 2, &found));
}

/* Of a long text a little is given at a time: whatever stands at its edge is found whole, and once.
 */
static void a_long_text_is_read_like_a_short_one(void **state)
{
    (void)state;
    for (int before = 2000; before < 2100; before++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int i = 0; i < before; i++)
            g_string_append(text, i % 2 ? "é" : "-");
        g_string_append(text, " 12345 ");
        size_t number = text->len - strlen("12345 ");
        for (int i = 0; i < before; i++)
            g_string_append(text, "ü ");
        struct range found;
        assert_true(pattern_find(&digits, text->str, 0, &found));
        assert_int_equal(found.start, number);
        assert_int_equal(found.end, number + strlen("12345"));
        assert_false(pattern_find(&digits, text->str, found.end, &found));
    }
}

static void a_match_may_be_long(void **state)
{
    struct range found;
    (void)state;
    g_autofree char *text = g_strnfill(10000, '7');
    assert_true(pattern_find(&digits, text, 0, &found));
    assert_int_equal(found.end, 10000);
}

static void groups_are_found_or_empty(void **state)
{
    static struct pattern either = PATTERN("(?<=x)(a+)|(b+)");
    struct range found[3];
    (void)state;
    assert_true(pattern_find_groups(&either, "xaab", 0, found, 3));
    assert_int_equal(found[1].start, 1);
    assert_int_equal(found[1].end, 3);
    assert_int_equal(found[2].end, 0);
    assert_true(pattern_find_groups(&either, "xaab", found[0].end, found, 3));
    assert_int_equal(found[1].end, 0);
    assert_int_equal(found[2].end, 4);
}

/* Asked at each byte it says what a search from there finds. */
static void a_search_ahead_finds_what_each_search_would(void **state)
{
    const char *text = "12 a -3 b 456 c";
    struct pattern_ahead ahead = {.pattern = &digits, .text = text};
    (void)state;
    for (size_t at = 0; at <= strlen(text); at++) {
        struct range found = {0, 0}, wanted = {0, 0};
        bool any = pattern_find(&digits, text, at, &wanted);
        assert_int_equal(pattern_find_ahead(&ahead, at, &found), any);
        assert_true(!any || (found.start == wanted.start && found.end == wanted.end));
    }
}

static void every_match_is_replaced(void **state)
{
    (void)state;
    g_autofree char *text = pattern_replace(&digits, "12 a -3 é 456", "#");
    assert_string_equal(text, "# a -3 é #");
}

static void what_cannot_match_is_not_tried(void **state)
{
    static struct pattern marked = PATTERN_HOLDING("#", "\\d+");
    struct range found;
    (void)state;
    assert_false(pattern_find(&marked, "12 # 3", 4, &found));
    assert_int_equal(marked.compiled.status, G_ONCE_STATUS_NOTCALLED);
    assert_true(pattern_find(&marked, "12 # 3", 2, &found));
    assert_int_equal(found.start, 5);
}

static void a_pattern_is_compiled_once(void **state)
{
    (void)state;
    assert_ptr_equal(pattern_regex(&digits), pattern_regex(&digits));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_match_is_found),
        cmocka_unit_test(what_stands_before_is_seen),
        cmocka_unit_test(a_long_text_is_read_like_a_short_one),
        cmocka_unit_test(a_match_may_be_long),
        cmocka_unit_test(groups_are_found_or_empty),
        cmocka_unit_test(a_search_ahead_finds_what_each_search_would),
        cmocka_unit_test(every_match_is_replaced),
        cmocka_unit_test(what_cannot_match_is_not_tried),
        cmocka_unit_test(a_pattern_is_compiled_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
