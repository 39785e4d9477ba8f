/* Texts put together of words are as HarfBuzz shapes them in one piece. */
#include "scratch.h"

#include "layout/font.h"
#include "layout/plan_words.h"

/* Of Andika, with the features of running text. */
static struct plan plan_of(hb_font_t *font)
{
    struct plan plan = {.font = font, .n_features = 2};
    plan.properties = (hb_segment_properties_t){.direction = HB_DIRECTION_LTR,
                                                .script = HB_SCRIPT_LATIN,
                                                .language = hb_language_from_string("en", -1)};
    hb_feature_from_string("liga=0", -1, &plan.features[0]);
    hb_feature_from_string("clig=0", -1, &plan.features[1]);
    plan.plan = hb_shape_plan_create(hb_font_get_face(font), &plan.properties, plan.features,
                                     plan.n_features, NULL);
    return plan;
}

static void assert_same_glyphs(const PangoGlyphString *glyphs, hb_buffer_t *whole, int start)
{
    unsigned n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(whole, &n);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(whole, NULL);
    assert_int_equal(glyphs->num_glyphs, n);
    for (unsigned i = 0; i < n; i++) {
        const PangoGlyphInfo *glyph = &glyphs->glyphs[i];
        assert_int_equal(glyph->glyph, info[i].codepoint);
        assert_int_equal(glyph->geometry.width, position[i].x_advance);
        assert_int_equal(glyph->geometry.x_offset, position[i].x_offset);
        assert_int_equal(glyph->geometry.y_offset, -position[i].y_offset);
        assert_int_equal(glyphs->log_clusters[i], (int)info[i].cluster - start);
        assert_int_equal(glyph->attr.is_cluster_start,
                         i == 0 || info[i].cluster != info[i - 1].cluster);
    }
}

/* A stretch of a text. */
static void assert_as_whole(struct plan *plan, struct vocabulary *vocabulary, struct plan_text text)
{
    PangoGlyphString *glyphs = plan_shape_words(plan, vocabulary, text);
    assert_non_null(glyphs);
    hb_buffer_t *whole = hb_buffer_create();
    plan_shape(plan, text, HB_BUFFER_FLAG_DEFAULT, whole);
    assert_same_glyphs(glyphs, whole, text.start);
    hb_buffer_destroy(whole);
    pango_glyph_string_free(glyphs);
}

static const struct face *andika(struct scratch *s, struct fonts **fonts)
{
    *fonts = fonts_load("fonts/fonts.conf", "Andika", s->diag);
    assert_non_null(*fonts);
    return fonts_primary(*fonts, false);
}

static void words_are_shaped_as_in_their_text(void **state)
{
    static const char *const texts[] = {
        "AV. To Wait: the first office of a 5-year-old, “Ty” said (and so on).",
        "To Ty: AV T. AV To Ty: AV To To",
        "  two  blanks, and at the end ",
        "x",
        "",
        "Łódź fjord œuvre, l’été, ¿ñandú? Übergröße",
    };
    struct fonts *fonts;
    struct plan plan = plan_of(andika(*state, &fonts)->font);
    struct vocabulary *vocabulary = vocabulary_new();
    for (int round = 0; round < 2; round++) /* as shaped now, and as known */
        for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
            for (int start = 0, length = (int)strlen(texts[i]); start <= MIN(length, 1); start++)
                assert_as_whole(&plan, vocabulary,
                                (struct plan_text){texts[i], start, length - start});
    vocabulary_free(vocabulary);
    hb_shape_plan_destroy(plan.plan);
    fonts_free(fonts);
}

/* Letters that few texts have beside each other, among them those that are moved together. */
static void append_any(GRand *rand, GString *text)
{
    static const char moved[] = "TVAWYfijrPLFo.,-'";
    int kind = g_rand_int_range(rand, 0, 10);
    if (kind < 5)
        g_string_append_c(text, (char)g_rand_int_range(rand, 'a', 'z' + 1));
    else if (kind < 7)
        g_string_append_c(text, moved[g_rand_int_range(rand, 0, (gint32)strlen(moved))]);
    else if (kind == 7)
        g_string_append_c(text, (char)g_rand_int_range(rand, '!', '~' + 1));
    else if (kind == 8)
        g_string_append_unichar(text, (gunichar)g_rand_int_range(rand, 0xAF, 0x250));
    else
        g_string_append_c(text, ' ');
}

/* Many of them are composed of what others have taught. */
static void words_of_any_letters_are_shaped_as_in_their_text(void **state)
{
    struct fonts *fonts;
    struct plan plan = plan_of(andika(*state, &fonts)->font);
    struct vocabulary *vocabulary = vocabulary_new();
    GRand *rand = g_rand_new_with_seed(20);
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 2000; i++) {
        g_string_truncate(text, 0);
        for (int n = g_rand_int_range(rand, 1, 40); n > 0; n--)
            append_any(rand, text);
        assert_as_whole(&plan, vocabulary, (struct plan_text){text->str, 0, (int)text->len});
    }
    g_rand_free(rand);
    vocabulary_free(vocabulary);
    hb_shape_plan_destroy(plan.plan);
    fonts_free(fonts);
}

static void long_words_are_not_put_together(void **state)
{
    g_autofree char *text = g_strnfill(1000, 'a');
    struct fonts *fonts;
    struct plan plan = plan_of(andika(*state, &fonts)->font);
    struct vocabulary *vocabulary = vocabulary_new();
    assert_null(plan_shape_words(&plan, vocabulary, (struct plan_text){text, 0, 1000}));
    vocabulary_free(vocabulary);
    hb_shape_plan_destroy(plan.plan);
    fonts_free(fonts);
}

static void append_16(GByteArray *table, guint number)
{
    const guint8 bytes[] = {(guint8)(number >> 8), (guint8)number};
    g_byte_array_append(table, bytes, sizeof bytes);
}

/* A 'kern' table (OpenType 1.9) that moves V and the blank behind it together. */
static hb_blob_t *kerning_over_blanks(hb_font_t *font)
{
    hb_codepoint_t letter, blank;
    assert_true(hb_font_get_nominal_glyph(font, 'V', &letter));
    assert_true(hb_font_get_nominal_glyph(font, ' ', &blank));
    const guint numbers[] = {0,      1,                     /* version, tables */
                             0,      14 + 6, 1,             /* version, length, horizontal */
                             1,      6,      0,          0, /* pairs, and how to search them */
                             letter, blank,  (guint)-200};
    GByteArray *table = g_byte_array_new();
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        append_16(table, numbers[i]);
    hb_blob_t *blob =
        hb_blob_create((const char *)table->data, table->len, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
    g_byte_array_unref(table);
    return blob;
}

/* The face without its rules, and with kerning over blanks in their place. */
static hb_font_t *kerned_font(const struct face *face)
{
    static const char *const names[] = {"cmap", "head", "hhea", "hmtx", "maxp"};
    hb_face_t *kerned = hb_face_builder_create();
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        hb_tag_t tag = hb_tag_from_string(names[i], -1);
        hb_blob_t *table = hb_face_reference_table(face->hb, tag);
        hb_face_builder_add_table(kerned, tag, table);
        hb_blob_destroy(table);
    }
    hb_blob_t *kerning = kerning_over_blanks(face->font);
    hb_face_builder_add_table(kerned, HB_TAG('k', 'e', 'r', 'n'), kerning);
    hb_blob_destroy(kerning);
    hb_font_t *font = hb_font_create(kerned);
    hb_face_destroy(kerned);
    return font;
}

static void words_that_others_move_are_not_put_together(void **state)
{
    struct fonts *fonts;
    hb_font_t *font = kerned_font(andika(*state, &fonts));
    struct plan plan = plan_of(font);
    struct vocabulary *vocabulary = vocabulary_new();
    for (int round = 0; round < 2; round++)
        assert_null(plan_shape_words(&plan, vocabulary, (struct plan_text){"a V a", 0, 5}));
    vocabulary_free(vocabulary);
    hb_shape_plan_destroy(plan.plan);
    hb_font_destroy(font);
    fonts_free(fonts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(words_are_shaped_as_in_their_text),
        scratch_test(words_of_any_letters_are_shaped_as_in_their_text),
        scratch_test(long_words_are_not_put_together),
        scratch_test(words_that_others_move_are_not_put_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
