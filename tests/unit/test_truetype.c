/* Programs of outlines: what they show is what their faces show, smaller and higher. */
#include "desk.h"

#include "paint/pdf/truetype.h"

#include <hb-ot.h>
#include <math.h>

#define SHARE 0.75
#define RAISE 0.1
#define EM    1000 /* of the program */

struct program {
    struct fonts *fonts;
    const struct face *face;
    guint n_letters;
    uint32_t glyphs[8]; /* of the face */
    hb_face_t *made;
};

static void make(struct program *program, struct scratch *s, const gunichar *letters)
{
    *program = (struct program){.fonts = fonts_load("fonts/fonts.conf", "Andika", s->diag)};
    assert_non_null(program->fonts);
    program->face = fonts_primary(program->fonts, false);
    hb_font_t *font = hb_font_create(program->face->hb);
    struct truetype *truetype = truetype_new(program->face, SHARE, RAISE);
    for (guint i = 0; letters[i]; i++, program->n_letters++) {
        assert_true(hb_font_get_nominal_glyph(font, letters[i], &program->glyphs[i]));
        truetype_add(truetype, program->face, program->glyphs[i]);
    }
    hb_font_destroy(font);
    hb_blob_t *file = truetype_finish(truetype);
    program->made = hb_face_create(file, 0);
    hb_blob_destroy(file);
}

static void clear(struct program *program)
{
    hb_face_destroy(program->made);
    fonts_free(program->fonts);
}

/* [em / 1000] */
static hb_glyph_extents_t extents_of(hb_face_t *face, uint32_t glyph)
{
    hb_glyph_extents_t extents = {0};
    hb_font_t *font = hb_font_create(face);
    hb_font_set_scale(font, EM, EM);
    assert_true(hb_font_get_glyph_extents(font, glyph, &extents));
    hb_font_destroy(font);
    return extents;
}

struct ink {
    double left, right, top, bottom;
    guint corners;
};

static void reach(struct ink *ink, double x, double y)
{
    bool first = ink->corners++ == 0;
    *ink =
        (struct ink){first ? x : MIN(ink->left, x), first ? x : MAX(ink->right, x),
                     first ? y : MAX(ink->top, y), first ? y : MIN(ink->bottom, y), ink->corners};
}

static void to_point(hb_draw_funcs_t *pen, void *ink, hb_draw_state_t *state, float x, float y,
                     void *nothing)
{
    (void)pen, (void)state, (void)nothing;
    reach(ink, x, y);
}

static void to_curve(hb_draw_funcs_t *pen, void *ink, hb_draw_state_t *state, float by_x,
                     float by_y, float x, float y, void *nothing)
{
    (void)pen, (void)state, (void)by_x, (void)by_y, (void)nothing;
    reach(ink, x, y);
}

/* Where its outline goes, parts and all. [em / 1000] */
static struct ink ink_of(hb_face_t *face, uint32_t glyph)
{
    struct ink ink = {0};
    hb_font_t *font = hb_font_create(face);
    hb_draw_funcs_t *pen = hb_draw_funcs_create();
    hb_font_set_scale(font, EM, EM);
    hb_draw_funcs_set_move_to_func(pen, to_point, NULL, NULL);
    hb_draw_funcs_set_line_to_func(pen, to_point, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(pen, to_curve, NULL, NULL);
    hb_font_get_glyph_shape(font, glyph, pen, &ink);
    hb_draw_funcs_destroy(pen);
    hb_font_destroy(font);
    return ink;
}

/* Two roundings to whole units may add up. */
static void assert_near(double made, double wanted)
{
    if (fabs(made - wanted) > 2.5)
        fail_msg("%g is not %g", made, wanted);
}

static void assert_shows(const struct program *program, guint number)
{
    struct ink from = ink_of(program->face->hb, program->glyphs[number]);
    struct ink made = ink_of(program->made, number);
    assert_true(made.corners > 0);
    assert_near(made.left, from.left * SHARE);
    assert_near(made.right, from.right * SHARE);
    assert_near(made.top, from.top * SHARE + RAISE * EM);
    assert_near(made.bottom, from.bottom * SHARE + RAISE * EM);
}

/* Plain ones, with an accent above and below, with two, and dots alone. */
static void letters_look_as_in_their_face(void **state)
{
    static const gunichar letters[] = {'x', 'e', 0xE9, 0x15F, 0x1EC7, 0x1FA, 0x2026, 0};
    struct program program;
    make(&program, *state, letters);
    for (guint i = 0; i < program.n_letters; i++)
        assert_shows(&program, i);
    clear(&program);
}

static void bounds_hold_what_is_drawn(void **state)
{
    static const gunichar letters[] = {'x', 0xE9, 0x1EC7, 0};
    struct program program;
    make(&program, *state, letters);
    for (guint i = 0; i < program.n_letters; i++) {
        struct ink ink = ink_of(program.made, i);
        hb_glyph_extents_t box = extents_of(program.made, i);
        assert_true(box.x_bearing <= ink.left && ink.right <= box.x_bearing + box.width);
        assert_true(box.y_bearing >= ink.top && ink.bottom >= box.y_bearing + box.height);
    }
    clear(&program);
}

/* An accent is drawn once: behind the letters, where it is none of them. */
static void parts_are_shared(void **state)
{
    static const gunichar letters[] = {'x', 'e', 0xE9, 'o', 0xF3, 0};
    struct program program;
    make(&program, *state, letters);
    assert_int_equal(hb_face_get_glyph_count(program.made), program.n_letters + 1);
    clear(&program);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(letters_look_as_in_their_face, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(bounds_hold_what_is_drawn, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(parts_are_shared, scratch_setup, scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
