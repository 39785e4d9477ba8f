/* What is said about a slide: how long it stays. */
#include "player/slide.h"

#include "scratch.h"

static void time_follows_the_words(void **state)
{
    (void)state;
    assert_int_equal(slide_dwell(33, 90), 24); /* lobby-standards 4.4 */
    assert_int_equal(slide_dwell(33, 60), 35);
    assert_int_equal(slide_dwell(3, 90), 10);
    assert_int_equal(slide_dwell(0, 90), 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(time_follows_the_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
