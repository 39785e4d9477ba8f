/* The panels of a brochure against the published sizes of tri-folds (print-standards 3.1, G01–G06):
 * on every paper, for either fold, in either direction. */
#include "scratch.h"

#include "layout/panels.h"

#include <math.h>

#define NEAR          0.1 /* [pt] */
#define FOLD_CLEAR    (0.25 * POINTS_PER_INCH)
#define FEED_CLEAR    (0.5 * POINTS_PER_INCH)
#define SIDE_CLEAR    (0.25 * POINTS_PER_INCH)
#define PANELS_A_SIDE 3

static void assert_near(double a, double b)
{
    if (fabs(a - b) > NEAR)
        fail_msg("%g is not %g", a, b);
}

typedef void sheet_check(const struct brochure_sheet *sheet, enum fold fold, bool rtl);

static void check_all(sheet_check *check)
{
    for (int paper = 0; paper < PAPER_COUNT; paper++)
        for (int fold = 0; fold < FOLD_COUNT; fold++)
            for (int rtl = 0; rtl < 2; rtl++) {
                struct brochure_sheet sheet;
                brochure_sheet_init(&sheet, (enum paper)paper, (enum fold)fold, rtl);
                check(&sheet, (enum fold)fold, rtl);
            }
}

static int by_x(const void *a, const void *b)
{
    double first = (*(const struct panel *const *)a)->x;
    double second = (*(const struct panel *const *)b)->x;
    return (first > second) - (first < second);
}

/* The panels of a side from left to right; there must be three. */
static void side_panels(const struct brochure_sheet *sheet, enum sheet_side side,
                        const struct panel *found[PANELS_A_SIDE])
{
    int n = 0;
    for (int role = 0; role < PANEL_COUNT; role++)
        if (sheet->panels[role].side == side) {
            assert_true(n < PANELS_A_SIDE);
            found[n++] = &sheet->panels[role];
        }
    assert_int_equal(n, PANELS_A_SIDE);
    qsort(found, PANELS_A_SIDE, sizeof found[0], by_x);
}

static void check_sums(const struct brochure_sheet *sheet, enum fold fold, bool rtl)
{
    (void)fold;
    (void)rtl;
    for (int side = 0; side < SIDE_COUNT; side++) {
        const struct panel *panels[PANELS_A_SIDE];
        double x = 0;
        side_panels(sheet, (enum sheet_side)side, panels);
        for (int i = 0; i < PANELS_A_SIDE; i++) {
            assert_near(panels[i]->x, x);
            x += panels[i]->width;
        }
        assert_near(x, sheet->width);
    }
}

static void panels_fill_the_sheet(void **state)
{
    (void)state;
    check_all(check_sums);
}

/* In a roll fold the flap and the text panel at its back are tucked in, 1 to 3 mm narrower than the
 * others; in a Z fold nothing is. */
static void check_tuck(const struct brochure_sheet *sheet, enum fold fold, bool rtl)
{
    (void)rtl;
    double cover = sheet->panels[PANEL_COVER].width;
    for (int role = 0; role < PANEL_COUNT; role++) {
        bool tucked = fold == FOLD_ROLL && (role == PANEL_FLAP || role == PANEL_TEXT_3);
        double less = (cover - sheet->panels[role].width) / POINTS_PER_MM;
        if (tucked)
            assert_true(less >= 1 && less <= 3.05);
        else
            assert_near(less, 0);
    }
}

static void the_tucked_panel_is_narrower(void **state)
{
    (void)state;
    check_all(check_tuck);
}

/* The fold of one side is the fold of the other, seen from behind. */
static void check_registration(const struct brochure_sheet *sheet, enum fold fold, bool rtl)
{
    (void)fold;
    (void)rtl;
    const struct panel *outside[PANELS_A_SIDE], *inside[PANELS_A_SIDE];
    side_panels(sheet, SIDE_OUTSIDE, outside);
    side_panels(sheet, SIDE_INSIDE, inside);
    for (int i = 1; i < PANELS_A_SIDE; i++)
        assert_near(outside[i]->x, sheet->width - inside[PANELS_A_SIDE - i]->x);
}

static void folds_of_both_sides_meet(void **state)
{
    (void)state;
    check_all(check_registration);
}

static void check_clearance(const struct brochure_sheet *sheet, enum fold fold, bool rtl)
{
    (void)fold;
    (void)rtl;
    for (int role = 0; role < PANEL_COUNT; role++) {
        const struct panel *panel = &sheet->panels[role];
        bool first = panel->x<NEAR, last = panel->x + panel->width> sheet->width - NEAR;
        double left = panel->text.x - panel->x;
        double right = panel->width - panel->text.width - left;
        assert_true(left >= (first ? FEED_CLEAR : FOLD_CLEAR) - 1e-6);
        assert_true(right >= (last ? FEED_CLEAR : FOLD_CLEAR) - 1e-6);
        assert_true(panel->text.y >= SIDE_CLEAR);
        assert_true(panel->text.y + panel->text.height <= sheet->height - SIDE_CLEAR);
    }
}

static void text_keeps_clear_of_folds_and_edges(void **state)
{
    (void)state;
    check_all(check_clearance);
}

/* Text flows from panel to panel, so its lines must be as long on each. */
static void check_equal_text(const struct brochure_sheet *sheet, enum fold fold, bool rtl)
{
    (void)fold;
    (void)rtl;
    for (int role = 1; role < PANEL_COUNT; role++) {
        assert_near(sheet->panels[role].text.width, sheet->panels[0].text.width);
        assert_near(sheet->panels[role].text.height, sheet->panels[0].text.height);
    }
}

static void text_is_as_wide_on_every_panel(void **state)
{
    (void)state;
    check_all(check_equal_text);
}

static void assert_order(enum paper paper, enum fold fold, bool rtl, enum sheet_side side,
                         const enum panel_role roles[PANELS_A_SIDE])
{
    struct brochure_sheet sheet;
    const struct panel *found[PANELS_A_SIDE];
    brochure_sheet_init(&sheet, paper, fold, rtl);
    side_panels(&sheet, side, found);
    for (int i = 0; i < PANELS_A_SIDE; i++) {
        int at = rtl ? PANELS_A_SIDE - 1 - i : i;
        assert_ptr_equal(found[at], &sheet.panels[roles[i]]);
    }
}

/* From left to right for scripts that run so, mirrored for the others. */
static void panels_lie_where_the_fold_puts_them(void **state)
{
    (void)state;
    for (int paper = 0; paper < PAPER_COUNT; paper++)
        for (int rtl = 0; rtl < 2; rtl++) {
            enum paper p = (enum paper)paper;
            assert_order(p, FOLD_ROLL, rtl, SIDE_OUTSIDE,
                         (enum panel_role[]){PANEL_FLAP, PANEL_BACK, PANEL_COVER});
            assert_order(p, FOLD_ROLL, rtl, SIDE_INSIDE,
                         (enum panel_role[]){PANEL_TEXT_1, PANEL_TEXT_2, PANEL_TEXT_3});
            assert_order(p, FOLD_Z, rtl, SIDE_OUTSIDE,
                         (enum panel_role[]){PANEL_TEXT_3, PANEL_FLAP, PANEL_COVER});
            assert_order(p, FOLD_Z, rtl, SIDE_INSIDE,
                         (enum panel_role[]){PANEL_TEXT_1, PANEL_TEXT_2, PANEL_BACK});
        }
}

static void assert_folds(enum paper paper, enum fold fold, enum sheet_side side, double first,
                         double second)
{
    struct brochure_sheet sheet;
    const struct panel *found[PANELS_A_SIDE];
    brochure_sheet_init(&sheet, paper, fold, false);
    side_panels(&sheet, side, found);
    assert_near(found[1]->x, first);
    assert_near(found[2]->x, second);
}

static void folds_have_the_published_places(void **state)
{
    (void)state;
    assert_folds(PAPER_LETTER, FOLD_ROLL, SIDE_OUTSIDE, 261, 526.5);
    assert_folds(PAPER_LETTER, FOLD_ROLL, SIDE_INSIDE, 265.5, 531);
    assert_folds(PAPER_A4, FOLD_ROLL, SIDE_OUTSIDE, 274.96, 558.43);
    assert_folds(PAPER_A4, FOLD_ROLL, SIDE_INSIDE, 283.46, 566.93);
    assert_folds(PAPER_LETTER, FOLD_Z, SIDE_OUTSIDE, 264, 528);
    assert_folds(PAPER_A4, FOLD_Z, SIDE_INSIDE, 280.63, 561.26);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(panels_fill_the_sheet),
        cmocka_unit_test(the_tucked_panel_is_narrower),
        cmocka_unit_test(folds_of_both_sides_meet),
        cmocka_unit_test(text_keeps_clear_of_folds_and_edges),
        cmocka_unit_test(text_is_as_wide_on_every_panel),
        cmocka_unit_test(panels_lie_where_the_fold_puts_them),
        cmocka_unit_test(folds_have_the_published_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
