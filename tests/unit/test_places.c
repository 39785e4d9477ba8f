/* Columns filled in thought have the lines that Pango breaks. */
#include "scratch.h"

#include "layout/font.h"
#include "layout/places.h"

#include <time.h>

static PangoLayout *lay(PangoContext *context, const char *text, int width)
{
    PangoLayout *layout = pango_layout_new(context);
    g_autoptr(PangoAttrList) attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_family_new("Andika"));
    pango_attr_list_insert(attributes, pango_attr_size_new_absolute(16 * PANGO_SCALE));
    pango_layout_set_attributes(layout, attributes);
    pango_layout_set_text(layout, text, -1);
    pango_layout_set_width(layout, width);
    return layout;
}

/* Behind each line of the text; owned by the caller. */
static GArray *pangos_ends(PangoContext *context, const char *text, int width)
{
    GArray *ends = g_array_new(FALSE, FALSE, sizeof(gsize));
    g_autoptr(PangoLayout) layout = lay(context, text, width);
    for (GSList *l = pango_layout_get_lines_readonly(layout)->next; l; l = l->next) {
        gsize start = (gsize)((const PangoLayoutLine *)l->data)->start_index;
        g_array_append_val(ends, start);
    }
    gsize end = strlen(text);
    g_array_append_val(ends, end);
    return ends;
}

static void assert_filled(PangoContext *context, const struct places *places, int width)
{
    g_autoptr(GArray) own = g_array_new(FALSE, FALSE, sizeof(gsize));
    struct column column = places_fill(places, width, own);
    if (column.overfull)
        return;
    g_autoptr(GArray) pangos = pangos_ends(context, places->text, width);
    assert_int_equal(column.lines, own->len);
    assert_int_equal(own->len, pangos->len);
    for (guint i = 0; i < own->len; i++)
        assert_int_equal(g_array_index(own, gsize, i), g_array_index(pangos, gsize, i));
}

/* Letters of one glyph and of two, blanks of several kinds, and lines of the author's. */
static void columns_have_the_lines_of_pango(void **state)
{
    static const char *const texts[] = {
        "To the first office of a 5-year-old, who said – and so on – “well, no!”",
        "Blanks and some\u00A0that hold on, a\u2028line of its own and the rest of it",
        "One\u0301 a\u0308 letter\u0323s with marks u\u0304pon them, again and a\u0301gain",
        "word",
    };
    struct fonts *fonts =
        fonts_load("fonts/fonts.conf", "Andika", ((struct scratch *)*state)->diag);
    PangoContext *context = fonts_context(fonts);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(PangoLayout) layout = lay(context, texts[i], -1);
        struct shaped *shaped = shaped_of(layout);
        struct places places = places_shaped(shaped);
        for (int width = 60; width < 400; width += 7)
            assert_filled(context, &places, width * PANGO_SCALE);
        places_clear(&places);
        shaped_unref(shaped);
    }
    g_object_unref(context);
    fonts_free(fonts);
}

/* Runs of two faces, so many that the squares of their places take seconds. */
static void many_runs_take_no_time_to_speak_of(void **state)
{
    struct fonts *fonts =
        fonts_load("fonts/fonts.conf", "Andika", ((struct scratch *)*state)->diag);
    PangoContext *context = fonts_context(fonts);
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 40000; i++)
        g_string_append(text, "a\u0939 ");
    g_autoptr(PangoLayout) layout = lay(context, text->str, -1);
    struct shaped *shaped = shaped_of(layout);
    clock_t start = clock();
    struct places places = places_shaped(shaped);
    assert_true(clock() - start < 5 * CLOCKS_PER_SEC);
    assert_int_equal(places.pieces->len, 40000);
    places_clear(&places);
    shaped_unref(shaped);
    g_object_unref(context);
    fonts_free(fonts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(columns_have_the_lines_of_pango),
        scratch_test(many_runs_take_no_time_to_speak_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
