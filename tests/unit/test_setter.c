/* The desk: sizes, and trials that leave it as it was. */
#include "desk.h"

#include <math.h>

static void lay(struct desk *desk, struct scratch *s)
{
    desk_compose(desk, s, "", "Body.\n", plain_clinic, MEDIUM_PAPER);
    desk_set_up(desk);
}

/* 18 pt as Arial has them, in whatever face; lines apart as the profile says. */
static void a_size_is_the_one_of_arial(void **state)
{
    struct desk desk;
    lay(&desk, *state);
    struct setter *setter = &desk.setter;
    const struct face *face = fonts_primary(setter->fonts, false);
    setter_use_size(setter, 18);
    assert_true(fabs(setter->body * face->x_height - 18 * ARIAL_X_HEIGHT) < 1e-9);
    assert_true(fabs(setter->leading - setter->body * setter->profile->leading) < 1e-9);
    desk_clear(&desk);
}

static void a_trial_puts_the_desk_back(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s);
    struct setter *setter = &desk.setter, before = *setter;
    struct trial trial = trial_begin(setter);
    setter_use_size(setter, 12);
    setter->parting = PARTING_NONE;
    setter_overflow(setter, (struct pos){0}, "far too long");
    assert_true(setter->failed);
    assert_true(trial_end(setter, &trial));

    assert_not_said(s->diag, "far too long");
    assert_true(setter->body == before.body && setter->leading == before.leading);
    assert_int_equal(setter->parting, PARTING_ANYWHERE);
    assert_false(setter->probing);
    assert_false(setter->failed);
    setter_overflow(setter, (struct pos){0}, "%d words too long", 3);
    assert_said(s->diag, "error: standard: 3 words too long [overflow]");
    assert_true(setter->failed);
    desk_clear(&desk);
}

/* The trials inside it are none of its business, and it does not speak while they go on. */
static void a_trial_may_hold_another(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    lay(&desk, s);
    struct trial outer = trial_begin(&desk.setter);
    struct trial inner = trial_begin(&desk.setter);
    setter_overflow(&desk.setter, (struct pos){0}, "inside");
    assert_true(trial_end(&desk.setter, &inner));
    assert_true(desk.setter.probing);
    assert_false(trial_end(&desk.setter, &outer));
    assert_false(desk.setter.probing);
    assert_not_said(s->diag, "inside");
    desk_clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_size_is_the_one_of_arial, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_trial_puts_the_desk_back, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_trial_may_hold_another, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
