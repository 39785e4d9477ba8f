/* The look: defaults, ranges, and the contrast that text needs. */
#include "scratch.h"

#include "content/style.h"
#include "content/tones.h"

static struct style *load(struct scratch *s, const char *text)
{
    g_autofree char *path = scratch_write(s, "style.yaml", text, -1);
    return style_load(path, s->diag);
}

static void assert_default(const struct style *style)
{
    const struct screen_setup *screen = &style->screen;
    assert_string_equal(style->font_family, "Andika");
    assert_int_equal(style->paper, PAPER_LETTER);
    assert_int_equal(style->slip, SLIP_FIT);
    assert_false(style->plain || style->saver);
    assert_int_equal(screen->width_px, 1920);
    assert_int_equal(screen->height_px, 1080);
    assert_true(screen->diagonal_in == 43 && screen->distance_mm == 3000);
    assert_true(screen->mounting_mm == 1000 && screen->overscan == 0.05);
}

static void everything_has_a_default(void **state)
{
    struct scratch *s = *state;
    g_autofree char *none = scratch_path(s, "none.yaml");
    struct style *missing = style_load(none, s->diag), *empty = load(s, "");
    assert_default(missing);
    assert_default(empty);
    assert_silent(s->diag);
    style_free(missing);
    style_free(empty);
}

/* The file in content/ says that it holds the defaults. */
static void the_clinics_own_style_holds_the_defaults(void **state)
{
    struct scratch *s = *state;
    struct style *own = style_load("content/style.yaml", s->diag), *empty = load(s, "");
    assert_silent(s->diag);
    assert_default(own);
    assert_true(color_equal(own->ink, empty->ink));
    assert_true(color_equal(own->ground, empty->ground));
    assert_true(color_equal(own->accent, empty->accent));
    style_free(own);
    style_free(empty);
}

static void given_values_are_taken(void **state)
{
    struct scratch *s = *state;
    struct style *style = load(
        s, "font: Noto Sans\npaper: A4\nslip: never\nart: none\nink_use: saver\nink: \"#000000\"\n"
           "ground: \"#ffffff\"\naccent: \"#003366\"\n"
           "screen: {width: 1080, height: 1920, diagonal_in: 55.5, "
           "distance_m: 5, mounting_m: 0, overscan: 0}\n");
    assert_silent(s->diag);
    assert_string_equal(style->font_family, "Noto Sans");
    assert_int_equal(style->paper, PAPER_A4);
    assert_int_equal(style->slip, SLIP_NEVER);
    assert_true(style->plain && style->saver);
    assert_true(color_equal(style->accent, (struct color){0, 0x33, 0x66}));
    assert_int_equal(style->screen.height_px, 1920);
    assert_true(style->screen.diagonal_in == 55.5 && style->screen.distance_mm == 5000);
    assert_true(style->screen.mounting_mm == 0 && style->screen.overscan == 0);
    style_free(style);
}

static void wrong_values_are_refused(void **state)
{
    static const struct {
        const char *text, *said;
    } cases[] = {
        {"paper: legal", "style.yaml:1:8: error: 'legal' is no paper: choose 'letter' or 'a4'"},
        {"slip: maybe",
         "style.yaml:1:7: error: 'maybe' is no slip: choose 'fit', 'always' or 'never'"},
        {"art: rings", "style.yaml:1:6: error: 'rings' is no 'art': 'none' leaves out all motifs"},
        {"ink_use: none", "style.yaml:1:10: error: 'none' is no ink_use: choose 'full' or 'saver'"},
        {"ink: black", "style.yaml:1:6: error: 'black' is no colour for 'ink'"},
        {"ink: '#12345'", "is no colour for 'ink'"},
        {"colour: red", "unknown key 'colour'"},
        {"screen: {width: 10}", "'10' is no 'width': it is a whole number from 640 to 7680"},
        {"screen: {width: 1920.5}", "is no 'width'"},
        {"screen: {width: 1e3}", "is no 'width'"},
        {"screen: {width: nan}", "is no 'width'"},
        {"screen: {width: 19 20}", "is no 'width'"},
        {"screen: {height: -1080}", "is no 'height'"},
        {"screen: {height: 99999999999999999999}", "is no 'height'"},
        {"screen: {diagonal_in: 43in}", "is no 'diagonal_in'"},
        {"screen: {distance_m: 0.4}", "is no 'distance_m': it is a number from 0.5 to 30"},
        {"screen: {mounting_m: 5.1}", "is no 'mounting_m'"},
        {"screen: {overscan: 0.5}", "is no 'overscan': it is a number from 0 to 0.2"},
        {"screen: {overscan: .}", "is no 'overscan'"},
        {"screen: {hieght: 1080}", "unknown key 'hieght': did you mean 'height'?"},
        {"categories: {rest: Rest}", "style.yaml:1:20: error: 'rest' of 'categories' has no names"},
        {"categories: {rest: {es: ''}}", "'rest' of 'categories' has no names"},
        {"categories: {rest: {spanish: Reposo}}", "'spanish' is no language in 'categories'"},
        {"screen: big", "'screen' holds indented lines"},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        void *inner;
        assert_int_equal(scratch_setup(&inner), 0);
        struct scratch *s = inner;
        assert_null(load(s, cases[i].text));
        assert_said(s->diag, cases[i].said);
        scratch_teardown(&inner);
    }
}

static void weak_colours_are_refused(void **state)
{
    struct scratch *s = *state;
    assert_null(load(s, "accent: \"#0b4a5e\"\nink: \"#777777\"\n"));
    assert_said(s->diag, "style.yaml:2:6: error: 'ink' stands out only 4.5:1 from white paper, and "
                         "text needs 7:1: choose a darker one [contrast]");
    assert_not_said(s->diag, "'accent'");
}

static void a_pale_accent_is_darkened_once(void **state)
{
    struct scratch *s = *state;
    struct style *style = load(s, "ink: \"#1a1a1a\"\naccent: \"#2a8c82\"\n");
    assert_non_null(style);
    assert_said(s->diag, "style.yaml:2:9: warning: 'accent' is too pale for words on it and in it, "
                         "so products get #174d48");
    assert_true(color_equal(style->accent, accent_settle(style->accent, style->ground)));
    assert_true(style->own_ink);
    style_free(style);
}

/* The text colours are the defaults, so the ground that was written is to blame. */
static void a_dark_ground_is_refused(void **state)
{
    struct scratch *s = *state;
    assert_null(load(s, "ground: \"#888888\"\n"));
    assert_said(s->diag, "style.yaml:1:9: error: 'ink' stands out only 4.7:1 from the ground, and "
                         "text needs 7:1: choose a lighter ground [contrast]");
}

static void sheets_have_their_sizes(void **state)
{
    (void)state;
    struct rect letter = paper_sheet(PAPER_LETTER), a4 = paper_sheet(PAPER_A4);
    assert_true(letter.width == 612 && letter.height == 792);
    assert_true(a4.width > 595.2 && a4.width < 595.3 && a4.height > 841.8 && a4.height < 841.9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(everything_has_a_default),
        scratch_test(the_clinics_own_style_holds_the_defaults),
        scratch_test(given_values_are_taken),
        cmocka_unit_test(wrong_values_are_refused),
        scratch_test(weak_colours_are_refused),
        scratch_test(a_pale_accent_is_darkened_once),
        scratch_test(a_dark_ground_is_refused),
        cmocka_unit_test(sheets_have_their_sizes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
