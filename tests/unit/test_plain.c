/* Plain words are shaped as Pango shapes them, in the same runs. */
#include "text_sketch.h"

#include "layout/font_map.h"
#include "layout/plain.h"

static PangoLayout *lay_by_pango(const struct desk *desk, struct paragraph *p)
{
    PangoLayout *layout = pango_layout_new(desk->setter.context);
    pango_layout_set_attributes(layout, paragraph_attributes(p));
    pango_layout_set_text(layout, p->text->str, (int)p->text->len);
    return layout;
}

static void assert_same_glyphs(const PangoGlyphString *one, const PangoGlyphString *other)
{
    assert_int_equal(one->num_glyphs, other->num_glyphs);
    for (int i = 0; i < one->num_glyphs; i++) {
        const PangoGlyphInfo *a = &one->glyphs[i], *b = &other->glyphs[i];
        assert_int_equal(a->glyph, b->glyph);
        assert_int_equal(a->geometry.width, b->geometry.width);
        assert_int_equal(a->geometry.x_offset, b->geometry.x_offset);
        assert_int_equal(a->geometry.y_offset, b->geometry.y_offset);
        assert_int_equal(one->log_clusters[i], other->log_clusters[i]);
    }
}

static void assert_same_shape(const struct shaped *one, const struct shaped *other)
{
    assert_int_equal(one->n_chars, other->n_chars);
    for (int i = 0; i <= one->n_chars; i++)
        assert_int_equal(one->places[i].is_line_break, other->places[i].is_line_break);
    assert_int_equal(g_slist_length(one->runs), g_slist_length(other->runs));
    for (GSList *a = one->runs, *b = other->runs; a; a = a->next, b = b->next) {
        const PangoGlyphItem *own = a->data, *pangos = b->data;
        assert_int_equal(own->item->offset, pangos->item->offset);
        assert_int_equal(own->item->length, pangos->item->length);
        assert_int_equal(own->item->num_chars, pangos->item->num_chars);
        assert_int_equal(paragraph_span(own), paragraph_span(pangos));
        assert_ptr_equal(font_map_face(own->item->analysis.font),
                         font_map_face(pangos->item->analysis.font));
        assert_same_glyphs(own->glyphs, pangos->glyphs);
    }
}

static void assert_as_pango(struct desk *desk, enum text_kind kind)
{
    struct paragraph p;
    paragraph_init(&p, &desk->setter, body_spans(desk), kind);
    struct shaped *plain = plain_shape(&p);
    assert_non_null(plain);
    g_autoptr(PangoLayout) layout = lay_by_pango(desk, &p);
    struct shaped *shaped = shaped_of(layout);
    assert_same_shape(plain, shaped);
    shaped_unref(shaped);
    shaped_unref(plain);
    paragraph_clear(&p);
}

static void plain_words_are_shaped_as_by_pango(void **state)
{
    static const char *const texts[] = {
        "AV. To Wait: the first office of a 5-year-old, “Ty” said (and so on).",
        "Take **AV 20 mg** *To* **AV**Ta, then [Va a link](https://a.example) **to** *V*.",
        "**A****V** **To**",
        "1.5 – 3 (20 %) 11:30",
        "Français: œuvre, l’été, ¿ñandú? Übergröße, fjord; Łódź, Ţepeş.",
        "One [Të fjalë]{lang=\"sq\"} more.",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        struct desk desk;
        lay(&desk, *state, "", texts[i]);
        assert_as_pango(&desk, TEXT_BODY);
        assert_as_pango(&desk, TEXT_CELL);
        assert_as_pango(&desk, TEXT_HEADING_2);
        desk_clear(&desk);
    }
}

/* Pango knows their faces, scripts and directions. */
static void other_words_are_left_to_pango(void **state)
{
    static const char *const texts[] = {"Слово",       "Call \u202B مرحبا",      "Hard  \nbreak",
                                        "Type `ab1`.", "x<sup>2</sup> and more", "☺ well",
                                        "© 2020"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        struct desk desk;
        struct paragraph p;
        lay(&desk, *state, "", texts[i]);
        paragraph_init(&p, &desk.setter, body_spans(&desk), TEXT_BODY);
        assert_null(plain_shape(&p));
        paragraph_clear(&p);
        desk_clear(&desk);
    }
}

/* Latin letters among them are English to Pango. */
static void languages_of_other_letters_are_left_to_pango(void **state)
{
    struct desk desk;
    struct paragraph p;
    lay(&desk, *state, "lang: ru\n", "Sertraline");
    paragraph_init(&p, &desk.setter, body_spans(&desk), TEXT_BODY);
    assert_null(plain_shape(&p));
    paragraph_clear(&p);
    desk_clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(plain_words_are_shaped_as_by_pango),
        scratch_test(other_words_are_left_to_pango),
        scratch_test(languages_of_other_letters_are_left_to_pango),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
