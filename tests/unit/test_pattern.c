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
        cmocka_unit_test(a_pattern_is_compiled_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
