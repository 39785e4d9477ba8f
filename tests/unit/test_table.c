/* Tables in a column: what a page holds of them, and how cells stand beside each other. */
#include "desk.h"

#include "layout/flow.h"
#include "layout/text.h"

#include <math.h>

#define WIDTH 400.0

static const char with_header[] = "| Name | What |\n|---|---|\n";

static GPtrArray *flow_table(struct desk *desk, struct scratch *s, const char *table)
{
    desk_compose(desk, s, "", table, plain_clinic, MEDIUM_PAPER);
    desk_set_up(desk);
    g_autoptr(GPtrArray) blocks = document_blocks(desk->document, PART_SET(PART_BODY));
    return flow_blocks(&desk->setter, blocks, WIDTH);
}

/* A table of short rows, each of one letter and a number. */
static char *short_rows(int rows)
{
    GString *table = g_string_new(with_header);
    for (int i = 0; i < rows; i++)
        g_string_append_printf(table, "| row %d | words |\n", i);
    return g_string_free(table, FALSE);
}

/* Where pages of `height` end. */
static guint page_end(const GPtrArray *strips, double lines)
{
    double height = strips_height(strips, 0, (guint)lines);
    return strips_end(strips, 0, height);
}

static void a_short_table_stays_in_one_piece(void **state)
{
    struct scratch *s = *state;
    g_autofree char *rows = short_rows(8);
    g_autofree char *table = g_strconcat("Words.\n\n", rows, NULL);
    struct desk desk;
    g_autoptr(GPtrArray) strips = flow_table(&desk, s, table);
    assert_int_equal(strips->len, 10);
    assert_int_equal(page_end(strips, 10), 10);
    assert_int_equal(page_end(strips, 7), 1); /* the words alone */
    desk_clear(&desk);
}

static void a_longer_one_is_parted_between_rows(void **state)
{
    struct scratch *s = *state;
    g_autofree char *table = short_rows(12);
    struct desk desk;
    g_autoptr(GPtrArray) strips = flow_table(&desk, s, table);
    assert_int_equal(page_end(strips, 7), 7);
    assert_int_equal(((const struct strip *)strips->pdata[7])->repeat->len, 1);
    assert_int_equal(page_end(strips, 1), 1); /* no header alone, but where nothing else fits */
    desk_clear(&desk);
}

static void the_last_row_never_stands_alone(void **state)
{
    struct scratch *s = *state;
    g_autofree char *table = short_rows(12);
    struct desk desk;
    g_autoptr(GPtrArray) strips = flow_table(&desk, s, table);
    assert_int_equal(strips->len, 13);
    assert_int_equal(page_end(strips, 12), 11);
    desk_clear(&desk);
}

static char *tall_row(int words)
{
    GString *table = g_string_new(with_header);
    g_string_append(table, "| One | ");
    for (int i = 0; i < words; i++)
        g_string_append(table, "some more words ");
    g_string_append(table, "|\n");
    return g_string_free(table, FALSE);
}

/* Each part has two lines or more. */
static void a_row_higher_than_a_page_is_parted_between_lines(void **state)
{
    struct scratch *s = *state;
    g_autofree char *table = tall_row(200);
    struct desk desk;
    g_autoptr(GPtrArray) strips = flow_table(&desk, s, table);
    assert_true(strips->len > 30);
    assert_int_equal(page_end(strips, 10), 10);
    assert_int_equal(page_end(strips, (double)strips->len - 1), strips->len - 2);
    for (guint i = 1; i < strips->len; i++) {
        const struct strip *strip = strips->pdata[i];
        assert_true(strip->height < 3 * desk.setter.leading);
        assert_int_equal(strip->rails->len, 1); /* its ground, in one piece */
    }
    desk_clear(&desk);
}

static double baseline_of(const struct strip *row, guint line)
{
    return g_array_index(row->lines, struct line, line).baseline;
}

/* Whatever scripts they are in; taller ones push the line down for all. */
static void cells_stand_on_one_baseline(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    g_autoptr(GPtrArray) strips = flow_table(
        &desk, s, "| A | B | C |\n|---|---|---|\n| word | ကြွက်သား | شيء |\n| word | हिन्दी | x |\n");
    for (guint i = 1; i < strips->len; i++) {
        const struct strip *row = strips->pdata[i];
        assert_int_equal(row->lines->len, 3);
        for (guint n = 1; n < 3; n++)
            assert_true(fabs(baseline_of(row, 0) - baseline_of(row, n)) < 0.01);
    }
    desk_clear(&desk);
}

/* Doses stand one below the other; the words are those of the author. */
static void brackets_behind_a_short_value_get_a_line(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    g_autoptr(GPtrArray) strips =
        flow_table(&desk, s,
                   "| Week | Morning |\n|---|--:|\n| 1 | 25 mg (half a tablet) |\n"
                   "| 2 | a value that is far too long for that (half a tablet) |\n");
    const struct strip *row = strips->pdata[1];
    assert_int_equal(row->lines->len, 3);
    const struct item *value = &g_array_index(row->items, struct item, 1),
                      *note = &g_array_index(row->items, struct item, 2);
    assert_string_equal(value->as.run.text, "25 mg ");
    assert_string_equal(note->as.run.text, "(half a tablet)");
    assert_true(note->as.run.size < value->as.run.size);
    assert_ptr_equal(note->element, value->element);
    assert_int_equal(g_array_index(row->lines, struct line, 1).end, LINE_END_NEW);
    assert_int_equal(((const struct strip *)strips->pdata[2])->lines->len, 2);
    desk_clear(&desk);
}

static void names_of_columns_stand_at_the_foot(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    g_autoptr(GPtrArray) strips = flow_table(
        &desk, s, "| A | How often? (in 24 hours) |\n|---|---|\n| word | word |\n| w | w |\n");
    const struct strip *head = strips->pdata[0];
    assert_int_equal(head->lines->len, 3);
    assert_true(fabs(baseline_of(head, 0) - baseline_of(head, 2)) < 0.01);
    desk_clear(&desk);
}

/* Every second row is tinted, and words stand where those around the table do. */
static void rows_take_turns_and_words_keep_their_edge(void **state)
{
    struct scratch *s = *state;
    g_autofree char *table = short_rows(3);
    struct desk desk;
    g_autoptr(GPtrArray) strips = flow_table(&desk, s, table);
    for (guint i = 1; i < strips->len; i++) {
        const struct strip *row = strips->pdata[i];
        assert_int_equal(row->rails ? row->rails->len : 0, i % 2);
        assert_true(fabs(text_line_start(row)) < 2);
    }
    const struct item *ground =
        &g_array_index(((const struct strip *)strips->pdata[0])->items, struct item, 0);
    assert_int_equal(ground->kind, ITEM_FILL);
    assert_true(fabs(ground->box.width - WIDTH - 2 * profile_standard.outdent) < 0.01);
    desk_clear(&desk);
}

static GPtrArray *flow_again(struct desk *desk)
{
    g_autoptr(GPtrArray) blocks = document_blocks(desk->document, PART_SET(PART_BODY));
    return flow_blocks(&desk->setter, blocks, WIDTH);
}

/* Left edge of the second column's words in the first row below the header. */
static double second_column(const GPtrArray *strips)
{
    const struct strip *row = strips->pdata[1];
    return g_array_index(row->lines, struct line, row->lines->len - 1).x;
}

static gpointer only_known(const struct desk *desk)
{
    g_autoptr(GList) all = g_hash_table_get_values(desk->setter.tables);
    assert_int_equal(g_list_length(all), 1);
    return all->data;
}

static const char two_columns[] = "| A | B |\n|---|---|\n| some words | more words |\n| a | b |\n";

/* With other white space, and in lines that stand closer. */
static void cells_are_measured_once(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    g_autoptr(GPtrArray) first = flow_table(&desk, s, two_columns);
    gpointer known = only_known(&desk);
    desk.setter.spaces = 0.5;
    struct profile closer = profile_standard;
    closer.leading *= 0.9;
    desk.setter.profile = &closer;
    setter_use_size(&desk.setter, closer.body);
    g_autoptr(GPtrArray) again = flow_again(&desk);
    assert_ptr_equal(only_known(&desk), known);
    assert_true(second_column(again) == second_column(first));
    assert_true(strips_height(again, 0, again->len) < strips_height(first, 0, first->len));
    desk.setter.profile = &profile_standard;
    desk_clear(&desk);
}

/* What is known of a table in one size, face or column is not taken for another. */
static void cells_are_measured_anew_where_they_are_others(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    g_autoptr(GPtrArray) first = flow_table(&desk, s, two_columns);
    double start = second_column(first);
    struct profile bold = profile_standard;
    bold.looks[TEXT_CELL].bold = true;
    desk.setter.profile = &bold;
    g_autoptr(GPtrArray) bolder = flow_again(&desk);
    desk.setter.profile = &profile_standard;
    setter_use_size(&desk.setter, profile_standard.body * 1.5);
    g_autoptr(GPtrArray) larger = flow_again(&desk);
    setter_use_size(&desk.setter, profile_standard.body);
    g_autoptr(GPtrArray) blocks = document_blocks(desk.document, PART_SET(PART_BODY));
    g_autoptr(GPtrArray) narrower = flow_blocks(&desk.setter, blocks, WIDTH / 2);
    g_autoptr(GPtrArray) back = flow_again(&desk);
    assert_true(second_column(larger) != start);
    assert_true(second_column(bolder) != start);
    assert_true(second_column(narrower) < start);
    assert_true(second_column(back) == start);
    desk_clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(a_short_table_stays_in_one_piece),
        scratch_test(a_longer_one_is_parted_between_rows),
        scratch_test(the_last_row_never_stands_alone),
        scratch_test(a_row_higher_than_a_page_is_parted_between_lines),
        scratch_test(cells_stand_on_one_baseline),
        scratch_test(brackets_behind_a_short_value_get_a_line),
        scratch_test(names_of_columns_stand_at_the_foot),
        scratch_test(rows_take_turns_and_words_keep_their_edge),
        scratch_test(cells_are_measured_once),
        scratch_test(cells_are_measured_anew_where_they_are_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
