/* Which strips stand on which panel: what a fold parts, and how alike the panels are. */
#include "desk.h"
#include "strip_sketch.h"

#include "layout/brochure_plan.h"

/* As strips_like, but 'H' begins a section. */
static GPtrArray *sections_like(const char *picture)
{
    g_autofree char *kept = g_strdup(picture);
    g_strdelimit(kept, "H", 'k');
    GPtrArray *strips = strips_like(kept);
    for (guint i = 0; i < strips->len; i++)
        ((struct strip *)strips->pdata[i])->opens = picture[i] == 'H';
    return strips;
}

static void assert_plan(const char *picture, guint panels, enum seam worst, const char *wanted)
{
    g_autoptr(GPtrArray) strips = sections_like(picture);
    g_autoptr(GArray) ends = brochure_plan(strips, panels, 65, worst);
    g_autoptr(GString) found = g_string_new(NULL);
    for (guint i = 0; ends && i < ends->len; i++)
        g_string_append_printf(found, i > 0 ? " %u" : "%u", g_array_index(ends, guint, i));
    assert_string_equal(found->str, wanted);
}

static void sections_are_whole_where_panels_hold_them(void **state)
{
    (void)state;
    assert_plan("H...H....H..", 3, SEAM_SECTIONS, "4 9 12");
    assert_plan("H.H.H....H..", 3, SEAM_SECTIONS, "4 9 12");
    assert_plan("H.......H..", 2, SEAM_SECTIONS, "");
    assert_plan("H.......H..", 2, SEAM_BLOCKS, "6 11");
}

static void panels_are_filled_alike(void **state)
{
    (void)state;
    assert_plan("........", 2, SEAM_BLOCKS, "4 8");
    assert_plan(".........", 3, SEAM_BLOCKS, "3 6 9");
}

static void what_is_kept_together_is_not_parted(void **state)
{
    (void)state;
    assert_plan("...kkk..", 2, SEAM_ANYWHERE, "3 8");
    assert_plan("wwwwwww.", 2, SEAM_ANYWHERE, "");
}

/* A block of lines that go on, one of which ends with a full stop. */
static void folds_part_no_sentence_where_a_line_ends_with_one(void **state)
{
    (void)state;
    g_autoptr(GPtrArray) strips = strips_like("......");
    for (guint i = 0; i < strips->len; i++) {
        struct run run = {.text = g_ref_string_new(i == 1 ? "it ends here.”" : "and so it"),
                          .size = 10};
        strip_add(strips->pdata[i], (struct item){.kind = ITEM_RUN, .as.run = run});
        strip_add_line(strips->pdata[i],
                       (struct line){.end = i == 5 ? LINE_END_TEXT : LINE_END_BLANK});
    }
    assert_int_equal(brochure_seam(strips, 2), SEAM_SENTENCES);
    assert_int_equal(brochure_seam(strips, 3), SEAM_ANYWHERE);
    g_autoptr(GArray) ends = brochure_plan(strips, 2, 45, SEAM_SENTENCES);
    assert_int_equal(g_array_index(ends, guint, 0), 2);
    g_autoptr(GArray) middle = brochure_plan(strips, 2, 35, SEAM_SENTENCES);
    assert_null(middle);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_are_whole_where_panels_hold_them),
        cmocka_unit_test(panels_are_filled_alike),
        cmocka_unit_test(what_is_kept_together_is_not_parted),
        cmocka_unit_test(folds_part_no_sentence_where_a_line_ends_with_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
