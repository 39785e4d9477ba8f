/* The font set: a part of it is read first, and gives what the whole would. */
#include "desk.h"

#include "layout/font_map.h"
#include "layout/typing.h"

static struct fonts *load(struct scratch *s)
{
    struct fonts *fonts = fonts_load("fonts/fonts.conf", "Andika", s->diag);
    assert_non_null(fonts);
    return fonts;
}

/* True when the text needs more than the first part. */
static bool widens(struct scratch *s, const char *text)
{
    struct fonts *fonts = load(s);
    PangoContext *context = fonts_context(fonts);
    fonts_cover(fonts, context, text);
    bool wide = !fonts_widen(fonts);
    g_object_unref(context);
    fonts_free(fonts);
    return wide;
}

static void most_texts_need_the_first_choice_alone(void **state)
{
    assert_false(widens(*state, "Take 5 mg – twice a day: «¿Cómo?», Привет, Đặng"));
    assert_false(widens(*state, "unseen: \u2066555-0100\u2069\u2028\u00ad"));
}

static void a_letter_that_it_lacks_reads_the_whole_set(void **state)
{
    assert_true(widens(*state, "Also in: العربية"));
    assert_true(widens(*state, "Ωμέγα"));
    assert_true(widens(*state, "☎"));
}

static void assert_same_letters(const struct typing *one, const struct typing *other)
{
    assert_int_equal(one->letters->len, other->letters->len);
    for (guint i = 0; i < one->letters->len; i++) {
        const struct typing_letter *a = &g_array_index(one->letters, struct typing_letter, i);
        const struct typing_letter *b = &g_array_index(other->letters, struct typing_letter, i);
        assert_int_equal(a->character, b->character);
        assert_int_equal(a->glyph, b->glyph);
        assert_string_equal(a->face->path, b->face->path);
    }
}

/* Greek among them, which the first choice lacks. */
static void letters_to_type_are_those_of_the_whole_set(void **state)
{
    struct fonts *first = load(*state), *whole = load(*state);
    assert_true(fonts_widen(whole));
    struct typing *one = typing_new(first, "en"), *other = typing_new(whole, "en");
    assert_true(one->letters->len > 600);
    assert_same_letters(one, other);
    assert_true(fonts_widen(first)); /* they were found without */
    typing_free(one);
    typing_free(other);
    fonts_free(first);
    fonts_free(whole);
}

/* The face that a copy of the fonts has for an Arabic letter. */
static gpointer arabic_face(gpointer data)
{
    struct fonts *copy = fonts_copy(data);
    PangoContext *context = fonts_context(copy);
    fonts_cover(copy, context, "ع");
    PangoFontDescription *wish = pango_font_description_from_string("Andika 16");
    PangoFontset *set = pango_font_map_load_fontset(pango_context_get_font_map(context), context,
                                                    wish, pango_language_from_string("ar"));
    PangoFont *font = pango_fontset_get_font(set, 0x0639);
    const struct face *face = font_map_face(font);
    g_object_unref(font);
    g_object_unref(set);
    pango_font_description_free(wish);
    g_object_unref(context);
    fonts_free(copy);
    return (gpointer)face;
}

static void threads_share_faces(void **state)
{
    struct fonts *fonts = load(*state);
    GThread *threads[4];
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("set", arabic_face, fonts);
    const struct face *face = arabic_face(fonts);
    assert_non_null(strstr(face->name, "Arabic"));
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        assert_ptr_equal(g_thread_join(threads[i]), face);
    fonts_free(fonts);
}

/* Its table of letters is asked where fontconfig is not. Control characters are in no text. */
static void assert_same_table(struct faces *faces, const struct font_file *file)
{
    const struct face *face = faces_get(faces, file);
    assert_non_null(file->letters);
    for (hb_codepoint_t c = ' ', glyph; c <= 0x1FFFF; c++)
        if (!g_unichar_iscntrl(c) &&
            hb_font_get_nominal_glyph(face->font, c, &glyph) != font_set_has_letter(file, c))
            fail_msg("U+%04X of %s", c, face->name);
}

static void a_face_has_the_letters_that_fontconfig_tells_of(void **state)
{
    enum { FACES = 12 };
    struct scratch *s = *state;
    struct font_set *set = font_set_load("fonts/fonts.conf", NULL, s->diag);
    struct faces *faces = faces_new();
    const GPtrArray *ranking = font_set_rank(set, "Andika", PANGO_WEIGHT_NORMAL, "en");
    assert_true(ranking->len > FACES);
    for (guint i = 0; i < FACES; i++)
        assert_same_table(faces, ranking->pdata[i]);
    faces_free(faces);
    font_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(most_texts_need_the_first_choice_alone),
        scratch_test(a_letter_that_it_lacks_reads_the_whole_set),
        scratch_test(letters_to_type_are_those_of_the_whole_set),
        scratch_test(threads_share_faces),
        scratch_test(a_face_has_the_letters_that_fontconfig_tells_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
