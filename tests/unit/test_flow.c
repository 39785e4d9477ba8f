/* Flow: lists, quotes, tables, pictures and codes as strips that stay inside their column. */
#include "desk.h"

#include "layout/flow.h"
#include "layout/qr.h"
#include "layout/screen_sections.h"
#include "layout/text.h"

#include <math.h>

#define WIDTH 400.0

static GPtrArray *flow_body(struct desk *desk, struct scratch *s, const char *front,
                            const char *body)
{
    desk_compose(desk, s, front, body, plain_clinic, MEDIUM_PAPER);
    desk_set_up(desk);
    g_autoptr(GPtrArray) blocks = g_ptr_array_new();
    for (guint i = 0; i < desk->document->blocks->len; i++) {
        struct block *block = desk->document->blocks->pdata[i];
        if (block->part == PART_BODY)
            g_ptr_array_add(blocks, block);
    }
    return flow_blocks(&desk->setter, blocks, WIDTH);
}

/* All words of all strips, each run followed by a blank. */
static char *strips_text(const GPtrArray *strips)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < strips->len; i++) {
        const struct strip *strip = strips->pdata[i];
        for (guint n = 0; n < strip->items->len; n++) {
            const struct item *item = &g_array_index(strip->items, struct item, n);
            if (item->kind == ITEM_RUN)
                g_string_append_printf(words, "%s ", item->as.run.text);
        }
    }
    return g_string_free(words, FALSE);
}

static void assert_inside(const GPtrArray *strips)
{
    for (guint i = 0; i < strips->len; i++) {
        const struct strip *strip = strips->pdata[i];
        for (guint n = 0; n < strip->items->len; n++) {
            const struct rect box = g_array_index(strip->items, struct item, n).box;
            double out = profile_standard.outdent;
            assert_true(box.x >= -out - 0.1 && box.x + box.width <= WIDTH + MAX(out, 10) + 0.1);
        }
        for (guint n = 0; strip->rails && n < strip->rails->len; n++) {
            const struct rail *rail = &g_array_index(strip->rails, struct rail, n);
            double out = profile_standard.outdent; /* of tables */
            assert_true(rail->x >= -out - 0.1 && rail->x + rail->width <= WIDTH + out + 0.1);
        }
    }
}

static char *nested_list(int levels)
{
    GString *list = g_string_new(NULL);
    for (int i = 0; i < levels; i++)
        g_string_append_printf(list, "%*s- word%d and some more words to fill the line with\n",
                               2 * i, "", i);
    return g_string_free(list, FALSE);
}

/* Text keeps half of the column, whatever it is nested in, on either side. */
static void deep_lists_stay_readable(void **state)
{
    struct scratch *s = *state;
    static const char *const fronts[] = {"", "title: عربي\nlang: ar\n"};
    g_autofree char *list = nested_list(14);
    for (size_t f = 0; f < G_N_ELEMENTS(fronts); f++) {
        struct desk desk;
        g_autoptr(GPtrArray) strips = flow_body(&desk, s, fronts[f], list);
        assert_inside(strips);
        assert_false(desk.setter.failed);
        for (guint i = 0; i < strips->len; i++) {
            const struct strip *strip = strips->pdata[i];
            if (desk.document->rtl)
                assert_true(text_line_end(strip) >= WIDTH / 2 - 0.1);
            else
                assert_true(text_line_start(strip) <= WIDTH / 2 + 0.1);
        }
        g_autofree char *words = strips_text(strips);
        assert_non_null(strstr(words, "word0 "));
        assert_non_null(strstr(words, "word13 "));
        desk_clear(&desk);
    }
}

static void deep_quotes_stay_inside(void **state)
{
    struct scratch *s = *state;
    g_autoptr(GString) body = g_string_new(NULL);
    for (int i = 0; i < 30; i++)
        g_string_append(body, "> ");
    g_string_append(body, "deep words to read\n\n***\n");
    struct desk desk;
    g_autoptr(GPtrArray) strips = flow_body(&desk, s, "", body->str);
    assert_inside(strips);
    const struct strip *first = strips->pdata[0];
    assert_true(first->items->len > 30); /* the panel of the outermost one holds the others' bars */
    assert_true(strips->len == 2 && first->lines->len > 0);
    assert_true(g_array_index(first->lines, struct line, 0).x <= WIDTH / 2 + 68);
    const struct strip *rule = strips->pdata[strips->len - 1];
    const struct item *line = &g_array_index(rule->items, struct item, 0);
    const struct segment *corner = &line->as.fill.path->segments[0];
    assert_true(fabs(corner->p[0].x) < 1e-6); /* what follows is back at the column's edge */
    desk_clear(&desk);
}

static void empty_items_keep_their_marker(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    g_autoptr(GPtrArray) strips = flow_body(&desk, s, "", "-\n- a\n-\n");
    assert_int_equal(strips->len, 3);
    for (guint i = 0; i < 3; i++) {
        const struct strip *strip = strips->pdata[i];
        const struct item *marker = &g_array_index(strip->items, struct item, 0);
        assert_int_equal(marker->kind, ITEM_FILL);
        assert_int_equal(marker->element->role, ROLE_LBL);
        assert_true(strip->height >= desk.setter.leading);
    }
    desk_clear(&desk);
}

static void tables_fill_the_column(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    g_autoptr(GPtrArray) strips = flow_body(
        &desk, s, "", "| one | two |\n|---|--:|\n| a | right |\n| some longer words | b |\n");
    assert_int_equal(strips->len, 3);
    assert_inside(strips);
    assert_not_said(s->diag, "[table-width]");
    assert_true(fabs(text_line_end(strips->pdata[1]) - WIDTH) < 1);
    assert_true(((const struct strip *)strips->pdata[0])->keep);
    assert_null(((const struct strip *)strips->pdata[0])->repeat);
    assert_int_equal(((const struct strip *)strips->pdata[2])->repeat->len, 1);
    desk_clear(&desk);
}

/* One long word does not starve the other columns. */
static void a_long_word_leaves_room_for_the_others(void **state)
{
    struct scratch *s = *state;
    g_autofree char *word = g_strnfill(300, 'y');
    g_autofree char *body = g_strdup_printf("| a | b |\n|---|---|\n| %s | other |\n", word);
    struct desk desk;
    g_autoptr(GPtrArray) strips = flow_body(&desk, s, "", body);
    g_autofree char *words = strips_text(strips);
    assert_inside(strips);
    assert_false(desk.setter.failed);
    assert_non_null(strstr(words, "other "));
    assert_said(s->diag, "[table-width]");
    desk_clear(&desk);
}

static char *wide_table(int columns, size_t shown)
{
    GString *table = g_string_new(NULL);
    static const char *const rows[] = {" head |", "---|", " word |"};
    for (size_t row = 0; row < shown; row++) {
        g_string_append_c(table, '|');
        for (int i = 0; i < columns; i++)
            g_string_append(table, rows[row]);
        g_string_append_c(table, '\n');
    }
    return g_string_free(table, FALSE);
}

static void rows_of_many_columns_stand_by_themselves(void **state)
{
    struct scratch *s = *state;
    g_autofree char *table = wide_table(30, 3);
    struct desk desk;
    g_autoptr(GPtrArray) strips = flow_body(&desk, s, "", table);
    g_autofree char *words = strips_text(strips);
    assert_inside(strips);
    assert_false(desk.setter.failed);
    assert_non_null(strstr(words, "head: "));
    desk_clear(&desk);
}

static void too_many_columns_are_one_error(void **state)
{
    struct scratch *s = *state;
    static const int columns[] = {30, 100};
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        unsigned before = diag_errors(s->diag);
        g_autofree char *table = wide_table(columns[i], 2);
        struct desk desk;
        g_autoptr(GPtrArray) strips = flow_body(&desk, s, "", table);
        assert_true(desk.setter.failed);
        assert_int_equal(diag_errors(s->diag), before + 1);
        desk_clear(&desk);
    }
    assert_said(s->diag, "a.md:5:1: error: standard: words of this table are wider than its 30");
}

static void codes_are_black_and_large_enough(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    desk_compose(&desk, s, "", "Body.\n", plain_clinic, MEDIUM_PAPER);
    desk_set_up(&desk);
    struct block *block = block_new(BLOCK_QR, desk.document->root, (struct pos){0});
    block->as.qr = g_strdup("https://clinic.example");
    struct strip *strip = qr_strip(&desk.setter, block);
    assert_non_null(strip);
    const struct item *item = &g_array_index(strip->items, struct item, 0);
    assert_int_equal(item->kind, ITEM_FILL);
    assert_ptr_equal(item->element, desk.document->root);
    assert_true(color_equal(item->as.fill.color, (struct color){0, 0, 0}));
    assert_true(strip->height >= 60 - 1e-6);
    assert_true(item->box.width == strip->height && item->box.height == strip->height);
    strip_free(strip);

    /* 170 bytes need version 9-M: 53 modules, which 0.6 mm each makes larger than 21 mm. */
    g_free(block->as.qr);
    block->as.qr = g_strnfill(170, 'a');
    strip = qr_strip(&desk.setter, block);
    assert_true(strip->height >= (53 + 8) * 0.6 * POINTS_PER_MM - 1e-6);
    strip_free(strip);
    block_free(block);
    desk_clear(&desk);
}

static void a_code_cannot_hold_everything(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    desk_compose(&desk, s, "", "Body.\n", plain_clinic, MEDIUM_PAPER);
    desk_set_up(&desk);
    struct block *block = block_new(BLOCK_QR, desk.document->root, (struct pos){0});
    block->as.qr = g_strnfill(3000, 'a');
    assert_null(qr_strip(&desk.setter, block));
    assert_true(desk.setter.failed);
    assert_said(s->diag, "is too long for a QR code");
    block_free(block);
    desk_clear(&desk);
}

/* Headings and blocks of each section: "1+2" is one heading above two blocks. */
static void assert_sections(struct scratch *s, const char *body, const char *wanted)
{
    struct desk desk;
    desk_compose(&desk, s, "", body, plain_clinic, MEDIUM_SCREEN);
    g_autoptr(GPtrArray) sections = screen_sections(desk.document);
    g_autoptr(GString) found = g_string_new(NULL);
    for (guint i = 0; i < sections->len; i++) {
        const struct section *section = sections->pdata[i];
        g_string_append_printf(found, "%s%u+%u", i == 0 ? "" : " ", section->headings->len,
                               section->blocks->len);
    }
    assert_string_equal(found->str, wanted);
    desk_clear(&desk);
}

static void sections_follow_the_headings(void **state)
{
    struct scratch *s = *state;
    assert_sections(s, "a\n\n## b\n\nc\n\nd\n\n## e\n\nf\n", "0+1 1+2 1+1");
    assert_sections(s, "a\n\n***\n\nb\n", "0+1 0+1");
}

static void headings_share_a_screen_only_with_those_below_them(void **state)
{
    struct scratch *s = *state;
    assert_sections(s, "## a\n\n### b\n\nc\n", "2+1");
    assert_sections(s, "## a\n\n## b\n\nc\n", "1+0 1+1");
    assert_sections(s, "## a\n\n### b\n\n### c\n\n## d\n\ne\n", "2+0 1+0 1+1");
}

/* The list of sections with the text, and the words that were set of it; whether that failed. */
static char *flow_listed(struct desk *desk, bool *failed)
{
    g_autoptr(GPtrArray) blocks =
        document_blocks(desk->document, PART_SET(PART_CONTENTS) | PART_SET(PART_BODY));
    g_autoptr(GPtrArray) strips = flow_blocks(&desk->setter, blocks, WIDTH);
    *failed = desk->setter.failed;
    return strips_text(strips);
}

/* Columns of sections that no frame holds end a trial at once; else all is set and reported. */
static void a_list_that_no_frame_holds_ends_a_trial(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    bool failed;
    g_autoptr(GString) body = g_string_new(NULL);
    for (int i = 1; i <= 40; i++)
        g_string_append_printf(body, "## Step %d\n\nTake a tablet.\n\n", i);
    desk_compose(&desk, s, "", body->str, plain_clinic, MEDIUM_PAPER);
    desk_set_up(&desk);
    desk.setter.frame_height = 200;
    struct trial trial = trial_begin(&desk.setter);
    g_autofree char *tried = flow_listed(&desk, &failed);
    assert_true(failed && trial_end(&desk.setter, &trial));
    assert_null(strstr(tried, "Take"));
    g_autofree char *set = flow_listed(&desk, &failed);
    assert_false(failed);
    assert_non_null(strstr(set, "Take"));
    trial = trial_begin(&desk.setter);
    desk.setter.frame_height = 2000;
    g_autofree char *held = flow_listed(&desk, &failed);
    assert_false(failed || trial_end(&desk.setter, &trial));
    assert_string_equal(held, set);
    desk_clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(deep_lists_stay_readable),
        scratch_test(deep_quotes_stay_inside),
        scratch_test(empty_items_keep_their_marker),
        scratch_test(tables_fill_the_column),
        scratch_test(a_long_word_leaves_room_for_the_others),
        scratch_test(rows_of_many_columns_stand_by_themselves),
        scratch_test(too_many_columns_are_one_error),
        scratch_test(codes_are_black_and_large_enough),
        scratch_test(a_code_cannot_hold_everything),
        scratch_test(sections_follow_the_headings),
        scratch_test(headings_share_a_screen_only_with_those_below_them),
        scratch_test(a_list_that_no_frame_holds_ends_a_trial),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
