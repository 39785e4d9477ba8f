/* Measures: pages made by hand, each past one limit. */
#include "scratch.h"

#include "layout/measure.h"

#include <math.h>

static const struct face face = {.x_height = ARIAL_X_HEIGHT};

static const struct color ink = {26, 26, 26};

static void add_run(struct page *page, const char *text, double x, double baseline, double size,
                    struct color color)
{
    double width = (double)strlen(text) * size / 2;
    struct item item = {
        .kind = ITEM_RUN, .order = page->items->len, .box = {x, baseline - size, width, size}};
    item.as.run = (struct run){.face = &face,
                               .size = size,
                               .x = x,
                               .baseline = baseline,
                               .width = width,
                               .color = color,
                               .text = g_ref_string_new(text)};
    page_add(page, item);
}

static struct line *add_line(struct page *page, const char *text, double x, double baseline,
                             double size, struct color color)
{
    guint run = page->items->len;
    add_run(page, text, x, baseline, size, color);
    page_add_line(page, (struct line){.baseline = baseline, .first = run, .last = run});
    return &g_array_index(page->lines, struct line, page->lines->len - 1);
}

/* One page with a line on it. */
static struct layout *one_line(const char *text, double size, struct color color)
{
    struct layout *layout = layout_new(NULL);
    add_line(layout_add_page(layout, 612, 792), text, 72, 100, size, color);
    return layout;
}

/* A page whose second line goes on with what stands in the first, which ended like that. */
static struct layout *two_lines(const char *first, enum line_end end, const char *second)
{
    struct layout *layout = layout_new(NULL);
    struct page *page = layout_add_page(layout, 612, 792);
    add_line(page, first, 72, 100, 14, ink)->end = end;
    add_line(page, second, 72, 120, 14, ink);
    return layout;
}

static struct layout_numbers numbers_of(struct layout *layout, const char *const *facts)
{
    static const char *const none[] = {NULL};
    struct layout_numbers numbers = layout_measure(layout, facts ? facts : none);
    layout_free(layout);
    return numbers;
}

/* Measures and checks as a product is, and gives what was reported. */
static char *checked(struct scratch *s, struct layout *layout, const struct profile *profile,
                     const char *const *facts)
{
    struct layout_numbers numbers = numbers_of(layout, facts);
    layout_check(&numbers, "made-up", profile, (struct pos){0}, s->diag);
    return printed(s->diag);
}

static void a_plain_page_is_fine(void **state)
{
    struct scratch *s = *state;
    g_autofree char *report =
        checked(s, one_line("A line of text", 14, ink), &profile_standard, NULL);
    assert_string_equal(report, "");
}

static void numbers_are_read_off_the_page(void **state)
{
    (void)state;
    struct layout *layout = layout_new(NULL);
    struct page *page = layout_add_page(layout, 612, 792);
    struct line *first = add_line(page, "Call us: ", 72, 100, 14, ink);
    first->end = LINE_END_BLANK;
    first->last = page->items->len;
    add_run(page, "555 1234", 72 + 9 * 7, 100, 14, ink);
    add_line(page, "next line", 72, 120, 20, ink);
    struct layout_numbers n = numbers_of(layout, NULL);
    assert_int_equal(n.pages, 1);
    assert_int_equal(n.lines, 2);
    assert_int_equal(n.longest_line, 17);
    assert_true(fabs(n.mean_line - 17) < 0.01);
    assert_true(fabs(n.smallest - 14) < 0.01);
    assert_true(n.contrast > 16 && n.contrast < 18);
    assert_true(n.white > 0.98 && n.white < 1);
}

static void cells_beside_each_other_are_lines_of_their_own(void **state)
{
    (void)state;
    struct layout *layout = one_line("left", 14, ink);
    add_line(layout->pages->pdata[0], "right", 72 + 4 * 7 + 5, 100, 14, ink); /* not far away */
    struct layout_numbers n = numbers_of(layout, NULL);
    assert_int_equal(n.longest_line, 5);
    assert_int_equal(n.lines, 1); /* for who looks how full the page is */
}

/* Items of a list stand as close as the lines of a paragraph. */
static void only_lines_that_go_on_say_how_long_lines_are(void **state)
{
    (void)state;
    struct layout *layout = two_lines("a line of a paragraph", LINE_END_BLANK, "its end");
    add_line(layout->pages->pdata[0], "an item", 72, 140, 14, ink);
    assert_true(fabs(numbers_of(layout, NULL).mean_line - 21) < 0.01);
}

static void small_text_is_an_error(void **state)
{
    struct scratch *s = *state;
    g_autofree char *report = checked(s, one_line("small", 11.9, ink), &profile_standard, NULL);
    assert_string_equal(report, "error: made-up: the smallest text has 11.9 pt, the floor is 12 "
                                "pt: shorten the text or choose another format [layout-size]\n");
}

static void pale_text_is_an_error(void **state)
{
    struct scratch *s = *state;
    const struct color grey = {0x80, 0x80, 0x80};
    g_autofree char *report = checked(s, one_line("pale", 14, grey), &profile_standard, NULL);
    assert_non_null(strstr(report, "the lowest contrast is 3.9:1, the limit is 7:1"));
    assert_non_null(strstr(report, "error:"));
}

static void contrast_is_against_the_ground_of_a_screen(void **state)
{
    struct scratch *s = *state;
    struct layout *layout = one_line("dark on dark", 14, ink);
    struct page *page = layout->pages->pdata[0];
    page->filled = true;
    page->ground = ink;
    g_autofree char *report = checked(s, layout, &profile_standard, NULL);
    assert_non_null(strstr(report, "the lowest contrast is 1.0:1"));
}

static void long_lines_are_a_warning(void **state)
{
    struct scratch *s = *state;
    g_autofree char *text = g_strnfill(81, 'n');
    g_autofree char *report = checked(s, one_line(text, 14, ink), &profile_standard, NULL);
    assert_non_null(strstr(report, "warning: made-up: the longest line has 81 characters"));
    g_autofree char *shorter = g_strnfill(80, 'n');
    struct layout_numbers n = numbers_of(one_line(shorter, 14, ink), NULL);
    assert_int_equal(n.longest_line, 80);
}

static void crowded_screens_are_a_warning(void **state)
{
    struct scratch *s = *state;
    struct layout *layout = layout_new(NULL);
    struct page *page = layout_add_page(layout, 1920, 1080);
    for (int i = 0; i < 13; i++)
        add_line(page, "line", 100, 60 + 70 * i, 40, ink);
    g_autofree char *report = checked(s, layout, &profile_screen, NULL);
    assert_non_null(strstr(report, "made-up: a screen of 13 lines, the limit is 12"));
}

static void crowded_pages_are_a_warning(void **state)
{
    struct scratch *s = *state;
    struct layout *layout = layout_new(NULL);
    struct page *page = layout_add_page(layout, 612, 792);
    g_autofree char *text = g_strnfill(75, 'n');
    for (int i = 0; i < 48; i++)
        add_run(page, text, 30, 20 + 16 * i, 15, ink);
    g_autofree char *report = checked(s, layout, &profile_standard, NULL);
    assert_non_null(strstr(report, "[layout-space]"));
}

static void a_split_fact_is_an_error(void **state)
{
    static const char *const facts[] = {"+1 212 736 5000", NULL};
    struct scratch *s = *state;
    struct layout *whole = one_line("Call +1 212 736 5000", 14, ink);
    assert_int_equal(numbers_of(whole, facts).split_facts, 0);
    struct layout *split = two_lines("Call +1 212 ", LINE_END_BLANK, "736 5000 now");
    g_autofree char *report = checked(s, split, &profile_standard, facts);
    assert_non_null(strstr(report, "error: made-up: '+1 212 736 5000' runs over two lines"));
}

static void a_fact_is_split_at_a_hyphen_too(void **state)
{
    static const char *const facts[] = {"212-736-5000", NULL};
    (void)state;
    struct layout *split = two_lines("Call 212-", LINE_END_NOTHING, "736-5000 now");
    assert_int_equal(numbers_of(split, facts).split_facts, 1);
}

static void cells_do_not_make_a_fact(void **state)
{
    static const char *const facts[] = {"736 5000", NULL};
    (void)state;
    assert_int_equal(numbers_of(two_lines("736", LINE_END_TEXT, "5000"), facts).split_facts, 0);
}

#define MEASURE_TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        MEASURE_TEST(a_plain_page_is_fine),
        MEASURE_TEST(numbers_are_read_off_the_page),
        MEASURE_TEST(cells_beside_each_other_are_lines_of_their_own),
        MEASURE_TEST(only_lines_that_go_on_say_how_long_lines_are),
        MEASURE_TEST(small_text_is_an_error),
        MEASURE_TEST(pale_text_is_an_error),
        MEASURE_TEST(contrast_is_against_the_ground_of_a_screen),
        MEASURE_TEST(long_lines_are_a_warning),
        MEASURE_TEST(crowded_screens_are_a_warning),
        MEASURE_TEST(crowded_pages_are_a_warning),
        MEASURE_TEST(a_split_fact_is_an_error),
        MEASURE_TEST(a_fact_is_split_at_a_hyphen_too),
        MEASURE_TEST(cells_do_not_make_a_fact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
