/* Pages: their lines in reading order, and what is read off them. */
#include "scratch.h"

#include "layout/page.h"

/* A line of one run with these words, read as number `order`. */
static struct line *add_line(struct page *page, const char *words, unsigned order, double baseline)
{
    struct line line = {.baseline = baseline, .first = page->items->len, .last = page->items->len};
    page_add(page,
             (struct item){.kind = ITEM_RUN,
                           .order = order,
                           .as.run = {.baseline = baseline, .text = g_ref_string_new(words)}});
    page_add_line(page, line);
    return &g_array_index(page->lines, struct line, page->lines->len - 1);
}

static void add_mark(struct page *page)
{
    page_add(page, (struct item){.kind = ITEM_FILL, .as.fill = {.path = path_new()}});
}

static struct page *new_page(struct layout **layout)
{
    *layout = layout_new(NULL);
    return layout_add_page(*layout, 600, 800);
}

static void assert_lines(const struct page *page, const char *wanted)
{
    g_autoptr(GPtrArray) lines = page_lines(page);
    GString *found = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++) {
        g_autofree char *text = line_text(page, lines->pdata[i]);
        g_string_append_printf(found, "%s|", text);
    }
    assert_string_equal(found->str, wanted);
    g_string_free(found, TRUE);
}

static void lines_come_in_reading_order(void **state)
{
    (void)state;
    struct layout *layout;
    struct page *page = new_page(&layout);
    add_line(page, "second", 5, 100);
    add_line(page, "last", G_MAXINT, 20);
    add_line(page, "first", 3, 300);
    assert_lines(page, "first|second|last|");
    layout_free(layout);
}

static void a_line_has_the_words_of_all_its_runs(void **state)
{
    (void)state;
    struct layout *layout;
    struct page *page = new_page(&layout);
    struct line *line = add_line(page, "Call ", 1, 100);
    page_add(page,
             (struct item){.kind = ITEM_RUN, .order = 2, .as.run.text = g_ref_string_new("5000 ")});
    line->last = 1;
    assert_lines(page, "Call 5000 |");
    layout_free(layout);
}

static void nothing_parts_what_was_broken_inside_a_word(void **state)
{
    (void)state;
    const struct element email = {.role = ROLE_P}, footer = {.role = ROLE_P};
    struct line line = {.element = &email, .end = LINE_END_NOTHING};
    const struct line next = {.element = &email}, other = {.element = &footer};
    assert_string_equal(line_joint(&line, &next), "");
    assert_string_equal(line_joint(&line, &other), " "); /* the page ended in the word */
    line.end = LINE_END_BLANK;
    assert_string_equal(line_joint(&line, &next), " ");
    line.end = LINE_END_TEXT;
    assert_string_equal(line_joint(&line, &next), " ");
}

static void lines_side_by_side_are_one_row(void **state)
{
    (void)state;
    struct layout *layout;
    struct page *page = new_page(&layout);
    g_autoptr(GPtrArray) none = page_lines(page);
    assert_int_equal(lines_count_rows(none), 0);
    add_line(page, "1.", 1, 100);
    add_line(page, "Sleep", 2, 100);
    add_line(page, "well", 3, 120);
    g_autoptr(GPtrArray) lines = page_lines(page);
    assert_int_equal(lines_count_rows(lines), 2);
    layout_free(layout);
}

static void the_text_of_a_page_tells_its_pictures(void **state)
{
    (void)state;
    const struct element figure = {.role = ROLE_FIGURE, .alt = (char *)"A bed."};
    struct layout *layout;
    struct page *page = new_page(&layout);
    add_line(page, "below", 3, 300);
    page_add(page,
             (struct item){
                 .kind = ITEM_IMAGE, .element = &figure, .order = 2, .box = {0, 150, 100, 100}});
    add_line(page, "above", 1, 100);
    g_autofree char *text = page_text(page, "en");
    assert_string_equal(text, "above\nA bed.\nbelow");
    layout_free(layout);
}

static void absorbed_lines_find_their_runs_again(void **state)
{
    (void)state;
    struct layout *layout;
    struct page *sheet = new_page(&layout), *page = layout_add_page(layout, 600, 800);
    add_line(sheet, "left", 1, 100);
    add_mark(page);
    add_line(page, "right", 2, 100)->x = 30;
    page_absorb(sheet, page, 300, 7);
    assert_lines(sheet, "left|right|");
    assert_int_equal(page->lines->len, 0);
    const struct line *right = &g_array_index(sheet->lines, struct line, 1);
    assert_true(right->x == 330 && right->baseline == 107);
    layout_free(layout);
}

static void what_is_sent_below_keeps_its_order(void **state)
{
    (void)state;
    struct layout *layout;
    struct page *page = new_page(&layout);
    add_line(page, "words", 0, 100);
    guint before = page->items->len;
    add_line(page, "SAM", 0, 400);
    add_line(page, "PLE", 1, 400);
    page_send_below(page, before);
    assert_string_equal(g_array_index(page->items, struct item, 0).as.run.text, "SAM");
    assert_string_equal(g_array_index(page->items, struct item, 1).as.run.text, "PLE");
    assert_string_equal(g_array_index(page->items, struct item, 2).as.run.text, "words");
    assert_lines(page, "SAM|words|PLE|"); /* in the order of their numbers */
    layout_free(layout);
}

static void glyphs_take_their_moves_along(void **state)
{
    (void)state;
    struct item item = {.kind = ITEM_RUN, .as.run = {.n_glyphs = 2}};
    struct run *run = &item.as.run;
    run->glyphs = g_atomic_rc_box_alloc0(2 * sizeof *run->glyphs);
    assert_true(run_move(run, 1).dx == 0 && !run->moves);
    run_moves(run, 2)[1] = (struct glyph_move){.dx = 3};
    assert_true(run_move(run, 0).dx == 0 && run_move(run, 1).dx == 3);
    struct item other = {.kind = ITEM_RUN, .as.run = run_share(run)};
    run_drop_first(run);
    assert_true(run_move(run, 0).dx == 3);
    assert_true(run_move(&other.as.run, 0).dx == 0 && run_move(&other.as.run, 1).dx == 3);
    item_clear(&item);
    item_clear(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_come_in_reading_order),
        cmocka_unit_test(a_line_has_the_words_of_all_its_runs),
        cmocka_unit_test(nothing_parts_what_was_broken_inside_a_word),
        cmocka_unit_test(lines_side_by_side_are_one_row),
        cmocka_unit_test(the_text_of_a_page_tells_its_pictures),
        cmocka_unit_test(absorbed_lines_find_their_runs_again),
        cmocka_unit_test(what_is_sent_below_keeps_its_order),
        cmocka_unit_test(glyphs_take_their_moves_along),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
