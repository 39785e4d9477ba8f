/* Lines cut out of a text that was shaped once: they are those that Pango breaks and shapes anew.
 */
#include "scratch.h"

#include "layout/font.h"
#include "layout/lines.h"

struct bench {
    struct fonts *fonts;
    PangoContext *context;
};

static struct bench bench_new(struct scratch *s)
{
    struct bench bench = {.fonts = fonts_load("fonts/fonts.conf", "Andika", s->diag)};
    assert_non_null(bench.fonts);
    bench.context = fonts_context(bench.fonts);
    return bench;
}

static void bench_clear(struct bench *bench)
{
    g_object_unref(bench->context);
    fonts_free(bench->fonts);
}

/* With its fourth to twelfth byte in bold: lines end within runs, and at their ends. */
static PangoLayout *lay(const struct bench *bench, const char *text, int width)
{
    PangoLayout *layout = pango_layout_new(bench->context);
    g_autoptr(PangoAttrList) attributes = pango_attr_list_new();
    PangoAttribute *bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
    bold->start_index = 3;
    bold->end_index = 12;
    pango_attr_list_insert(attributes, bold);
    pango_attr_list_insert(attributes, pango_attr_family_new("Andika"));
    pango_attr_list_insert(attributes, pango_attr_size_new_absolute(16 * PANGO_SCALE));
    pango_layout_set_attributes(layout, attributes);
    pango_layout_set_text(layout, text, -1);
    pango_layout_set_width(layout, width);
    return layout;
}

static void assert_same_run(const PangoGlyphItem *one, const PangoGlyphItem *other)
{
    assert_int_equal(one->item->offset, other->item->offset);
    assert_int_equal(one->item->length, other->item->length);
    assert_int_equal(one->glyphs->num_glyphs, other->glyphs->num_glyphs);
    for (int i = 0; i < one->glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *a = &one->glyphs->glyphs[i], *b = &other->glyphs->glyphs[i];
        assert_int_equal(a->glyph, b->glyph);
        assert_int_equal(a->geometry.width, b->geometry.width);
        assert_int_equal(a->geometry.x_offset, b->geometry.x_offset);
        assert_int_equal(one->glyphs->log_clusters[i], other->glyphs->log_clusters[i]);
    }
}

static void assert_same_line(const PangoLayoutLine *one, const PangoLayoutLine *other)
{
    assert_int_equal(one->start_index, other->start_index);
    assert_int_equal(one->length, other->length);
    assert_int_equal(one->resolved_dir, other->resolved_dir);
    assert_int_equal(g_slist_length(one->runs), g_slist_length(other->runs));
    for (GSList *a = one->runs, *b = other->runs; a; a = a->next, b = b->next)
        assert_same_run(a->data, b->data);
}

/* Cuts the text where Pango ends its lines in a column of that width. */
static void assert_cut_as_broken(const struct bench *bench, const char *text, int width)
{
    g_autoptr(PangoLayout) broken = lay(bench, text, width);
    g_autoptr(PangoLayout) whole = lay(bench, text, -1);
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(gsize));
    GSList *list = pango_layout_get_lines_readonly(broken);
    for (GSList *l = list; l; l = l->next) {
        const PangoLayoutLine *line = l->data;
        gsize end = (gsize)line->start_index + (gsize)line->length;
        g_array_append_val(ends, end);
    }
    assert_true(lines_may_be_cut(whole));
    struct shaped *shaped = shaped_of(whole);
    struct lines *lines = lines_cut(shaped, ends);
    shaped_unref(shaped);
    assert_int_equal(g_slist_length(lines->list), g_slist_length(list));
    for (GSList *a = lines->list, *b = list; a; a = a->next, b = b->next)
        assert_same_line(a->data, b->data);
    lines_unref(lines);
}

static void lines_are_those_of_pango(void **state)
{
    static const char *const texts[] = {
        "A few words of care, AV. To Wait; and one long-standing (word) more.",
        "Two  blanks,\u2028a line that ends by itself, and Việt, "
        "self-reliance of words.",
        "ลองอ่านหนังสือเล่มนี้ดูก่อน แล้วค่อยถามแพทย์ของคุณ",
        "One",
    };
    struct bench bench = bench_new(*state);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        for (int width = 60; width < 600; width += 7)
            assert_cut_as_broken(&bench, texts[i], width * PANGO_SCALE);
    bench_clear(&bench);
}

static void what_turns_or_stands_by_tabs_is_left_to_pango(void **state)
{
    static const char *const texts[] = {"Call مرحبا now", "one\ttwo", "two\nparagraphs", ""};
    struct bench bench = bench_new(*state);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(PangoLayout) layout = lay(&bench, texts[i], -1);
        assert_false(lines_may_be_cut(layout));
    }
    bench_clear(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_are_those_of_pango, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(what_turns_or_stands_by_tabs_is_left_to_pango,
                                        scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
