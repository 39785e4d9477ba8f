/* Profiles: their numbers keep the rules that they come from. */
#include "scratch.h"

#include "base/geometry.h"
#include "layout/profile.h"

static const struct profile *const print[] = {&profile_standard, &profile_large, &profile_giant,
                                              &profile_brochure, &profile_booklet};

/* Words under a picture may be smaller than the body where that never shrinks. */
static bool keeps_the_floor(const struct profile *profile, int kind)
{
    double ratio = profile->looks[kind].ratio;
    bool fixed = profile == &profile_standard && kind == TEXT_CAPTION;
    return ratio >= 1 || (fixed && ratio * profile->body >= profile->floor - 1e-9);
}

/* Nothing is set smaller than the floor, whatever size the body shrinks to. */
static void no_print_is_under_its_floor(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(print); i++) {
        assert_true(print[i]->body >= print[i]->floor);
        assert_true(print[i]->furniture >= print[i]->floor);
        for (int kind = 0; kind < TEXT_KIND_COUNT; kind++)
            assert_true(keeps_the_floor(print[i], kind));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(screen_look.steps); i++)
        assert_true(screen_look.steps[i] >= 1);
    for (size_t i = 0; i < G_N_ELEMENTS(screen_look.loud_steps); i++)
        assert_true(screen_look.loud_steps[i] >= 1);
}

/* Rules T03, T18 and T19 of print-standards. */
static void print_keeps_the_rules_on_lines_and_marks(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(print); i++) {
        const struct trim *trim = print[i]->trim;
        assert_true(print[i]->leading >= 1.32 && print[i]->leading <= 1.75);
        assert_true(print[i]->heading_leading >= 1.2 && print[i]->heading_leading <= 1.75);
        assert_true(trim->rules.hair >= 0.75 && trim->rules.header >= 0.75);
        assert_true(trim->markers.disc >= 0.35);
        assert_true(trim->writing.height >= 12 * POINTS_PER_MM);
        assert_true(trim->qr.quiet_zone >= 4 && trim->qr.smallest >= 20 * POINTS_PER_MM);
    }
}

/* ADA 703.5.9. */
static void lines_of_screens_are_as_far_apart_as_the_law_has_it(void **state)
{
    (void)state;
    assert_true(screen_look.gap >= 1.35 && screen_look.deep_gap <= 1.70);
    assert_true(screen_look.gap < screen_look.deep_gap);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_print_is_under_its_floor),
        cmocka_unit_test(print_keeps_the_rules_on_lines_and_marks),
        cmocka_unit_test(lines_of_screens_are_as_far_apart_as_the_law_has_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
