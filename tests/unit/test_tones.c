/* Colours by rule: every value of the two measure sheets, what can be read, and what becomes of a
 * pale accent. */
#include "scratch.h"

#include "content/tones.h"

static const struct color accent = {0x0b, 0x4a, 0x5e}, white = {255, 255, 255};
static const struct color ink = {0x1a, 0x1f, 0x22}, ground = {0xfa, 0xf7, 0xf2};

static void assert_hex(struct color color, const char *hex)
{
    g_autofree char *got = g_strdup_printf("#%02x%02x%02x", color.r, color.g, color.b);
    assert_string_equal(got, hex);
}

/* To the tenth, as the sheets have it. */
static void assert_contrast(struct color a, struct color b, double tenths)
{
    double contrast = color_contrast(a, b);
    assert_true(contrast > tenths - 0.051 && contrast < tenths + 0.051);
}

static void tints_of_paper_are_those_of_the_sheet(void **state)
{
    static const char *const hex[TINT_COUNT] = {"#ebf1f2", "#d8e2e5", "#b6c9cf", "#638b98",
                                                "#3c6e7e"};
    (void)state;
    for (int i = 0; i < TINT_COUNT; i++)
        assert_hex(tint_color(accent, (enum tint)i), hex[i]);
    assert_contrast(ink, white, 16.6);
    assert_contrast(accent, white, 9.7);
    assert_contrast(ink, tint_color(accent, TINT_8), 14.6);
    assert_contrast(accent, tint_color(accent, TINT_8), 8.5);
    assert_contrast(ink, tint_color(accent, TINT_16), 12.6);
    assert_contrast(accent, tint_color(accent, TINT_16), 7.4);
    assert_contrast(ink, tint_color(accent, TINT_30), 9.7);
    assert_contrast(accent, tint_color(accent, TINT_30), 5.7);
    assert_contrast(white, tint_color(accent, TINT_64), 3.7);
    assert_contrast(tint_color(accent, TINT_8), tint_color(accent, TINT_64), 3.2);
    assert_contrast(white, tint_color(accent, TINT_80), 5.6);
}

struct sheet {
    const char *ground, *ink, *top, *on, *off, *quiet, *card, *key, *key_ink, *key_sub, *bright[3];
    const char *band, *band_ink, *band_sub, *alert, *alert_ink, *sheet;
    double ink_contrast, top_contrast;
};

static const struct sheet sheets[GROUND_KIND_COUNT] = {
    {"#faf7f2",
     "#0d1c21",
     "#0b4a5e",
     "#0b4a5e",
     "#cadde2",
     "#efeae0",
     "#ffffff",
     "#0b4a5e",
     "#ffffff",
     "#c9e5ed",
     {"#efeae0", "#efeae0", "#efeae0"},
     "#0b4a5e",
     "#ffffff",
     "#c9e5ed",
     "#0d1c21",
     "#ffffff",
     "#ffffff",
     16.3,
     9.1},
    {"#d7e9ef",
     "#0d1c21",
     "#0b4a5e",
     "#0b4a5e",
     "#adcdd7",
     "#c8e0e7",
     "#ffffff",
     "#0b4a5e",
     "#ffffff",
     "#c9e5ed",
     {"#c8e0e7", "#c8e0e7", "#c8e0e7"},
     "#0b4a5e",
     "#ffffff",
     "#c9e5ed",
     "#0d1c21",
     "#ffffff",
     "#ffffff",
     13.9,
     7.8},
    {"#0b4a5e",
     "#ffffff",
     "#c8e5ef",
     "#b5d8e3",
     "#206f88",
     "#093b4b",
     "#083442",
     "#c9e5ed",
     "#0d1c21",
     "#0d1c21",
     {"#b5d8e3", "#60a7be", "#257893"},
     "#c9e5ed",
     "#0d1c21",
     "#0d1c21",
     "#ffffff",
     "#083442",
     "#083442",
     9.7,
     7.4},
    {"#08171c",
     "#ebeeef",
     "#aed4e0",
     "#aed4e0",
     "#224b59",
     "#0b252d",
     "#0d2b35",
     "#185062",
     "#ffffff",
     "#ffffff",
     {"#408196", "#2a5e6f", "#194857"},
     "#0d2b35",
     "#ebeeef",
     "#aed4e0",
     "#ebeeef",
     "#08171c",
     "#08171c",
     15.7,
     11.6},
};

static void tones_of_screens_are_those_of_the_sheet(void **state)
{
    (void)state;
    for (int kind = 0; kind < GROUND_KIND_COUNT; kind++) {
        const struct sheet *sheet = &sheets[kind];
        struct tones tones = tones_of(accent, (enum ground_kind)kind, NULL, ground);
        assert_hex(tones.ground, sheet->ground);
        assert_hex(tones.ink, sheet->ink);
        assert_hex(tones.top, sheet->top);
        assert_hex(tones.on, sheet->on);
        assert_hex(tones.off, sheet->off);
        assert_hex(tones.quiet, sheet->quiet);
        assert_hex(tones.card, sheet->card);
        assert_hex(tones.key, sheet->key);
        assert_hex(tones.key_ink, sheet->key_ink);
        assert_hex(tones.key_sub, sheet->key_sub);
        assert_hex(tones.band, sheet->band);
        assert_hex(tones.band_ink, sheet->band_ink);
        assert_hex(tones.band_sub, sheet->band_sub);
        assert_hex(tones.alert, sheet->alert);
        assert_hex(tones.alert_ink, sheet->alert_ink);
        assert_hex(tones.sheet, sheet->sheet);
        for (int i = 0; i < 3; i++)
            assert_hex(tones.bright[i], sheet->bright[i]);
        assert_contrast(tones.ink, tones.ground, sheet->ink_contrast);
        assert_contrast(tones.top, tones.ground, sheet->top_contrast);
        assert_true(color_contrast(tones.ink, tones.quiet) >= 7);
        assert_true(color_contrast(tones.top, tones.quiet) >= 7);
        assert_true(color_contrast(tones.on, tones.off) >= 3.75);
        assert_true(color_contrast(tones.key, tones.key_ink) >= 7);
        assert_true(color_contrast(tones.band, tones.band_ink) >= 7);
        assert_true(color_contrast(tones.band, tones.band_sub) >= 7);
        assert_true(color_contrast(tones.alert, tones.alert_ink) >= 7);
        assert_true(color_contrast(tones.sheet, tones.ink) >= 7);
    }
}

static void the_clinics_own_colours_win(void **state)
{
    (void)state;
    struct color own = {0x30, 0, 0x30};
    assert_true(color_equal(tones_of(accent, GROUND_PAPER, &own, ground).ink, own));
    assert_true(color_equal(tones_of(accent, GROUND_TINT, &own, ground).ink, own));
    assert_true(color_equal(tones_of(accent, GROUND_DEEP, &own, ground).ink, white));
    assert_true(color_equal(tones_of(accent, GROUND_PAPER, NULL, white).ground, white));
    assert_hex(tones_of(accent, GROUND_TINT, NULL, white).ground, "#d7e9ef");
}

static void an_accent_that_does_is_left_alone(void **state)
{
    (void)state;
    assert_true(color_equal(accent_settle(accent, ground), accent));
}

/* Of every hue, in steps that include greys and the palest. */
static void a_pale_accent_gets_as_dark_as_it_must(void **state)
{
    (void)state;
    for (unsigned rgb = 0; rgb < 1000; rgb++) {
        struct color pale = {(uint8_t)(rgb / 100 * 28), (uint8_t)(rgb / 10 % 10 * 28),
                             (uint8_t)(rgb % 10 * 28)};
        struct color settled = accent_settle(pale, ground);
        struct tones tint = tones_of(settled, GROUND_TINT, NULL, ground);
        struct tones deep = tones_of(settled, GROUND_DEEP, NULL, ground);
        assert_true(color_contrast(settled, white) >= 7);
        assert_true(color_contrast(settled, ground) >= 7);
        assert_true(color_contrast(settled, tint_color(settled, TINT_16)) >= 7);
        assert_true(color_contrast(settled, tint.ground) >= 7);
        assert_true(color_contrast(settled, deep.top) >= 7);
        assert_true(color_equal(accent_settle(settled, ground), settled));
    }
}

static void assert_page_can_be_read(struct page_tones tones)
{
    const struct color grounds[] = {tones.ground, tones.surface, tones.surface_2};
    for (size_t i = 0; i < G_N_ELEMENTS(grounds); i++) {
        assert_true(color_contrast(tones.ink, grounds[i]) >= CONTRAST_TEXT);
        assert_true(color_contrast(tones.accent, grounds[i]) >= CONTRAST_TEXT);
    }
    assert_true(color_contrast(tones.on_key, tones.key) >= CONTRAST_TEXT);
    assert_true(color_contrast(tones.line, tones.ground) >= 3);
    assert_true(color_contrast(tones.line, tones.surface) >= 3);
}

/* WCAG 2.2, 1.4.6 and 1.4.11. */
static void web_pages_can_be_read_by_day_and_night(void **state)
{
    static const struct color accents[] = {{0x0b, 0x4a, 0x5e}, {0x7a, 0x1f, 0x3d},
                                           {0x1d, 0x55, 0x2b}, {0x3a, 0x2a, 0x7a},
                                           {0xd2, 0x69, 0x1e}, {0x55, 0x55, 0x55}};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(accents); i++) {
        struct color settled = accent_settle(accents[i], ground);
        assert_page_can_be_read(page_tones_light(settled, ink));
        assert_page_can_be_read(page_tones_dark(settled));
    }
    struct page_tones dark = page_tones_dark(accent);
    assert_hex(dark.ground, "#08171c");
    assert_hex(dark.surface, "#0d2b35");
    assert_hex(dark.accent, "#aed4e0");
    assert_hex(dark.key, "#185062");
}

/* As that of the urgent message is. */
static void words_on_a_light_accent_are_dark(void **state)
{
    (void)state;
    const struct color dark = {26, 31, 34};
    struct tones tones = tones_of(white, GROUND_PAPER, &white, dark);
    assert_true(color_contrast(tones.key, tones.key_ink) >= 7);
    assert_true(color_contrast(tones.key, tones.key_sub) >= 7);
    assert_true(color_contrast(tones.band, tones.band_ink) >= 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_on_a_light_accent_are_dark),
        cmocka_unit_test(web_pages_can_be_read_by_day_and_night),
        cmocka_unit_test(tints_of_paper_are_those_of_the_sheet),
        cmocka_unit_test(tones_of_screens_are_those_of_the_sheet),
        cmocka_unit_test(the_clinics_own_colours_win),
        cmocka_unit_test(an_accent_that_does_is_left_alone),
        cmocka_unit_test(a_pale_accent_gets_as_dark_as_it_must),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
