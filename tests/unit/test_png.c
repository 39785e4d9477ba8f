/*
 * The PNG painter, judged by what libpng reads back from its files.
 */
#include "paint/painter.h"
#include "paint/png_encode.h"

#include "paint_sample.h"

#include <math.h>
#include <png.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* A 16:9 panel of 960 × 540 points: at 1920 pixels across, one point is two pixels. */
#define PANEL_WIDTH  960.0
#define PANEL_HEIGHT 540.0
#define WIDTH_PX     1920
#define HEIGHT_PX    1080

struct fixture {
    struct diag *diag;
    const struct fonts *fonts;
    struct element *root;
    struct layout *layout;
    struct page *page;
};

/* Loaded once: the set is only read. */
static struct fonts *fonts;

static int load_fonts(void **state)
{
    (void)state;
    struct diag *diag = diag_new(false);
    fonts = fonts_load("fonts/fonts.conf", "Andika", diag);
    diag_free(diag);
    return fonts ? 0 : -1;
}

static int free_fonts(void **state)
{
    (void)state;
    fonts_free(fonts);
    return 0;
}

static int setup(void **state)
{
    struct fixture *f = g_new0(struct fixture, 1);
    f->diag = diag_new(false);
    f->fonts = fonts;
    f->root = element_new(NULL, ROLE_DOCUMENT, (struct pos){0});
    f->layout = layout_new(f->root);
    f->layout->title = g_strdup("Sleep");
    f->layout->lang = g_strdup("en-GB");
    f->page = layout_add_page(f->layout, PANEL_WIDTH, PANEL_HEIGHT);
    f->page->filled = true;
    f->page->ground = sample_ground;
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    layout_free(f->layout);
    element_free(f->root);
    diag_free(f->diag);
    g_free(f);
    return 0;
}

/* A PNG file as read back: pixels as RGB, and what was said beside them. */
struct picture {
    png_struct *png;
    png_info *info;
    uint8_t *rgb;
    int width, height, color_type, bit_depth;
};

struct reader {
    const uint8_t *data;
    size_t left;
};

static void read_bytes(png_struct *png, png_byte *out, size_t length)
{
    struct reader *reader = png_get_io_ptr(png);
    if (length > reader->left)
        png_error(png, "truncated");
    memcpy(out, reader->data, length);
    reader->data += length;
    reader->left -= length;
}

static void picture_read(struct picture *p, GBytes *bytes)
{
    struct reader reader;
    reader.data = g_bytes_get_data(bytes, &reader.left);
    p->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    p->info = png_create_info_struct(p->png);
    png_set_read_fn(p->png, &reader, read_bytes);
    png_read_info(p->png, p->info);
    p->width = (int)png_get_image_width(p->png, p->info);
    p->height = (int)png_get_image_height(p->png, p->info);
    p->color_type = png_get_color_type(p->png, p->info);
    p->bit_depth = png_get_bit_depth(p->png, p->info);
    png_set_expand(p->png);
    p->rgb = g_malloc((size_t)p->width * (size_t)p->height * 3);
    for (int y = 0; y < p->height; y++)
        png_read_row(p->png, p->rgb + (size_t)y * (size_t)p->width * 3, NULL);
    png_read_end(p->png, p->info);
    assert_int_equal(reader.left, 0);
}

static void picture_clear(struct picture *p)
{
    png_destroy_read_struct(&p->png, &p->info, NULL);
    g_free(p->rgb);
}

static struct color pixel(const struct picture *p, int x, int y)
{
    const uint8_t *rgb = p->rgb + ((size_t)y * (size_t)p->width + (size_t)x) * 3;
    return (struct color){rgb[0], rgb[1], rgb[2]};
}

static void assert_pixel(const struct picture *p, int x, int y, struct color color)
{
    struct color found = pixel(p, x, y);
    if (!color_equal(found, color))
        fail_msg("pixel %d,%d is #%02x%02x%02x", x, y, found.r, found.g, found.b);
}

static GBytes *paint_page(const struct fixture *f, int width_px)
{
    struct paint_job job = {.layout = f->layout, .width_px = width_px, .diag = f->diag};
    return painter_png.paint(&job);
}

static struct picture paint_and_read(const struct fixture *f, int width_px)
{
    struct picture p = {0};
    g_autoptr(GBytes) bytes = paint_page(f, width_px);
    assert_non_null(bytes);
    picture_read(&p, bytes);
    return p;
}

static void add_words(const struct fixture *f)
{
    const struct face *face = fonts_primary(f->fonts, false);
    sample_run(f->page, f->root, face, (struct point){60, 120}, 52, "Sleep is a habit.");
    sample_run(f->page, f->root, face, (struct point){60, 190}, 52, "It can be learned.");
}

static void size_follows_from_the_width(void **state)
{
    struct picture p = paint_and_read(*state, 1366);
    assert_int_equal(p.width, 1366);
    assert_int_equal(p.height, 768); /* 1366 × 9/16 = 768.4 */
    picture_clear(&p);
}

static void text_screens_are_indexed(void **state)
{
    struct fixture *f = *state;
    add_words(f);
    sample_rect(f->page, (struct rect){0, 0, PANEL_WIDTH, 20}, sample_accent);
    struct picture p = paint_and_read(f, WIDTH_PX);
    assert_int_equal(p.color_type, PNG_COLOR_TYPE_PALETTE);
    assert_int_equal(p.bit_depth, 4);
    assert_pixel(&p, 5, 5, sample_accent);
    assert_pixel(&p, 5, 1000, sample_ground);
    picture_clear(&p);
}

/* The colours named by the page must survive the rounding of edges, also a grey that looks like a
 * blend of black and white. */
static void named_colors_are_exact(void **state)
{
    struct fixture *f = *state;
    add_words(f);
    const struct color colors[] = {{0x0b, 0x55, 0x63}, {0, 0, 0}, {0x73, 0x73, 0x73}};
    for (int i = 0; i < 3; i++)
        sample_rect(f->page, (struct rect){100.0 * i, 400, 50, 50}, colors[i]);
    struct picture p = paint_and_read(f, WIDTH_PX);
    for (int i = 0; i < 3; i++)
        assert_pixel(&p, 200 * i + 50, 850, colors[i]);
    picture_clear(&p);
}

/*
 * The letter I stands on its baseline and is as high as the face says, not rounded to whole pixels.
 * The height is the ink along the middle of its stem, half-covered pixels counting half.
 */
static void letters_have_their_height(void **state)
{
    struct fixture *f = *state;
    const struct face *face = fonts_primary(f->fonts, false);
    sample_run(f->page, f->root, face, (struct point){100, 300}, 100, "I");
    struct item *item = &g_array_index(f->page->items, struct item, 0);
    int stem = (int)(200 + item->as.run.width);
    struct picture p = paint_and_read(f, WIDTH_PX);
    double height = 0;
    for (int y = 0; y < p.height; y++)
        height += (255.0 - pixel(&p, stem, y).g) / (255 - sample_ink.g);
    assert_pixel(&p, stem, 599, sample_ink);
    assert_pixel(&p, stem, 600, sample_ground);
    assert_true(fabs(height - 200 * face->cap_height) < 0.1);
    picture_clear(&p);
}

/* Nothing shows the seams of the bands: what stands some pixels lower looks the same. */
static void ink_is_whole_wherever_it_stands(void **state)
{
    struct fixture *f = *state;
    static const int lower_px[] = {0, 1, 21, 37, 63, 64, 150};
    for (int i = 0; i < (int)G_N_ELEMENTS(lower_px); i++) {
        struct point at = {120 * i + 10, 120 + lower_px[i] / 2.0};
        sample_run(f->page, f->root, fonts_primary(f->fonts, false), at, 60, "Ấg|");
        sample_rect(f->page, (struct rect){at.x, at.y + 30.25, 90, 40}, sample_accent);
    }
    struct picture p = paint_and_read(f, WIDTH_PX);
    for (int i = 1; i < (int)G_N_ELEMENTS(lower_px); i++)
        for (int y = 100; y < 400; y++)
            for (int x = 0; x < 240; x++)
                assert_pixel(&p, x + 240 * i, y + lower_px[i], pixel(&p, x, y));
    picture_clear(&p);
}

static void overlapping_outlines_fill_without_holes(void **state)
{
    struct fixture *f = *state;
    sample_rect(f->page, (struct rect){100, 100, 200, 200}, sample_accent);
    struct item *item = &g_array_index(f->page->items, struct item, 0);
    path_add_rect(item->as.fill.path, (struct rect){150, 150, 100, 100});
    struct picture p = paint_and_read(f, WIDTH_PX);
    assert_pixel(&p, 400, 400, sample_accent);
    assert_pixel(&p, 200, 200, sample_accent);
    assert_pixel(&p, 199, 199, sample_ground);
    picture_clear(&p);
}

static const char *find_text(const struct picture *p, const char *key, const char *lang)
{
    png_text *texts;
    int n = png_get_text(p->png, p->info, &texts, NULL);
    for (int i = 0; i < n; i++)
        if (strcmp(texts[i].key, key) == 0) {
            assert_int_equal(texts[i].compression, PNG_ITXT_COMPRESSION_NONE);
            assert_string_equal(texts[i].lang, lang);
            return texts[i].text;
        }
    fail_msg("no %s", key);
    return NULL;
}

static void facts_are_told_beside_the_pixels(void **state)
{
    struct fixture *f = *state;
    add_words(f);
    f->page->title = g_strdup("Schlaf – für Kinder");
    struct picture p = paint_and_read(f, WIDTH_PX);
    int intent = -1, unit = 0;
    png_uint_32 x = 0, y = 0;
    assert_string_equal(find_text(&p, "Title", "en-GB"), "Schlaf – für Kinder");
    assert_string_equal(find_text(&p, "Description", "en-GB"),
                        "Sleep is a habit.\nIt can be learned.");
    png_get_sRGB(p.png, p.info, &intent);
    assert_int_equal(intent, PNG_sRGB_INTENT_RELATIVE);
    png_get_pHYs(p.png, p.info, &x, &y, &unit);
    assert_int_equal(unit, PNG_RESOLUTION_METER);
    assert_int_equal(x, 5669); /* 144 pixels an inch / 0.0254 m */
    assert_int_equal(y, 5669);
    assert_false(png_get_valid(p.png, p.info, PNG_INFO_tIME));
    picture_clear(&p);
}

static void a_page_without_title_takes_the_layouts(void **state)
{
    struct picture p = paint_and_read(*state, 96);
    assert_string_equal(find_text(&p, "Title", "en-GB"), "Sleep");
    picture_clear(&p);
}

static struct image make_image(int size, bool colorful)
{
    uint8_t *rgb = g_malloc0((size_t)(size * size * 3));
    for (int i = 0; i < size * size; i++) {
        rgb[i * 3] = colorful ? (uint8_t)(i % size) : 200;
        rgb[i * 3 + 1] = colorful ? (uint8_t)(i / size) : 40;
    }
    gsize length = (gsize)(size * size * 3);
    return (struct image){
        .width_px = size, .height_px = size, .rgb = g_bytes_new_take(rgb, length)};
}

static void add_image(struct fixture *f, const struct image *image)
{
    struct item item = {.kind = ITEM_IMAGE, .element = f->root, .box = {100, 100, 256, 256}};
    item.as.image = image;
    page_add(f->page, item);
}

static void photographs_are_rgb(void **state)
{
    struct fixture *f = *state;
    struct image image = make_image(256, true);
    add_image(f, &image);
    struct picture p = paint_and_read(f, (int)PANEL_WIDTH);
    assert_int_equal(p.color_type, PNG_COLOR_TYPE_RGB);
    assert_pixel(&p, 99, 99, sample_ground);
    assert_pixel(&p, 100, 100, (struct color){0, 0, 0});
    assert_pixel(&p, 100 + 37, 100 + 91, (struct color){37, 91, 0});
    assert_pixel(&p, 355, 355, (struct color){255, 255, 0});
    picture_clear(&p);
    g_bytes_unref(image.rgb);
}

/* Two smooth ramps beside each other: more colours than a palette, none far from its neighbours. */
static struct image make_ramps(int size)
{
    uint8_t *rgb = g_malloc((size_t)(size * size * 3));
    for (int i = 0; i < size * size; i++) {
        int x = i % size, y = i / size;
        rgb[i * 3] = (uint8_t)(160 + 60 * y / size);
        rgb[i * 3 + 1] = (uint8_t)(x < size / 2 ? 180 : 190 + 40 * y / size);
        rgb[i * 3 + 2] = (uint8_t)(200 + 30 * x / size);
    }
    return (struct image){.width_px = size,
                          .height_px = size,
                          .rgb = g_bytes_new_take(rgb, (gsize)(size * size * 3))};
}

/* Each pixel is within `most` levels of the image's, which stands at 100,100. */
static void assert_near(const struct picture *p, const struct image *image, int most)
{
    const uint8_t *rgb = g_bytes_get_data(image->rgb, NULL);
    for (int i = 0; i < image->width_px * image->height_px; i++) {
        struct color found = pixel(p, 100 + i % image->width_px, 100 + i / image->width_px);
        int off = MAX(abs(found.r - rgb[i * 3]), abs(found.g - rgb[i * 3 + 1]));
        assert_in_range(MAX(off, abs(found.b - rgb[i * 3 + 2])), 0, most);
    }
}

static void smooth_pictures_are_indexed_unseen(void **state)
{
    struct fixture *f = *state;
    struct image image = make_ramps(256);
    add_words(f);
    add_image(f, &image);
    struct picture p = paint_and_read(f, (int)PANEL_WIDTH);
    assert_int_equal(p.color_type, PNG_COLOR_TYPE_PALETTE);
    assert_pixel(&p, 700, 500, sample_ground);
    assert_near(&p, &image, 4);
    picture_clear(&p);
    g_bytes_unref(image.rgb);
}

static void plain_pictures_stay_indexed(void **state)
{
    struct fixture *f = *state;
    struct image image = make_image(10, false);
    add_image(f, &image);
    struct picture p = paint_and_read(f, WIDTH_PX);
    assert_int_equal(p.color_type, PNG_COLOR_TYPE_PALETTE);
    assert_pixel(&p, 300, 300, (struct color){200, 40, 0});
    assert_pixel(&p, 200, 200, (struct color){200, 40, 0});
    picture_clear(&p);
    g_bytes_unref(image.rgb);
}

/* The n-th of a row of colours from all over the cube. */
static struct color scattered(int n)
{
    return (struct color){(uint8_t)(n * 83), (uint8_t)(n * 151), (uint8_t)(n * 211)};
}

/* Twelve text colours on four grounds blend into thousands of shades, and into more than a palette
 * even at 6 steps from colour to colour. */
static void many_text_colors_still_fit_the_palette(void **state)
{
    struct fixture *f = *state;
    const struct face *face = fonts_primary(f->fonts, true);
    for (int row = 0; row < 4; row++) {
        sample_rect(f->page, (struct rect){0, 130.0 * row, PANEL_WIDTH, 130}, scattered(row));
        for (int column = 0; column < 12; column++) {
            sample_run(f->page, f->root, face, (struct point){75.0 * column, 130.0 * row + 90}, 60,
                       "Sg");
            struct item *item =
                &g_array_index(f->page->items, struct item, f->page->items->len - 1);
            item->as.run.color = scattered(12 * row + column + 4);
        }
    }
    struct picture p = paint_and_read(f, WIDTH_PX);
    assert_int_equal(p.color_type, PNG_COLOR_TYPE_PALETTE);
    assert_int_equal(p.bit_depth, 8);
    picture_clear(&p);
}

static gpointer paint_in_thread(gpointer data)
{
    return paint_page(data, WIDTH_PX);
}

static void same_page_same_bytes_in_every_thread(void **state)
{
    struct fixture *f = *state;
    add_words(f);
    g_autoptr(GBytes) first = paint_page(f, WIDTH_PX);
    GThread *threads[4];
    for (int i = 0; i < 4; i++)
        threads[i] = g_thread_new("paint", paint_in_thread, f);
    for (int i = 0; i < 4; i++) {
        g_autoptr(GBytes) bytes = g_thread_join(threads[i]);
        assert_true(g_bytes_equal(first, bytes));
    }
}

static void an_impossible_size_is_reported(void **state)
{
    struct fixture *f = *state;
    assert_null(paint_page(f, 100000));
    assert_int_equal(diag_count(f->diag, SEVERITY_ERROR), 1);
    assert_int_equal(diag_exit_status(f->diag), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(size_follows_from_the_width, setup, teardown),
        cmocka_unit_test_setup_teardown(text_screens_are_indexed, setup, teardown),
        cmocka_unit_test_setup_teardown(named_colors_are_exact, setup, teardown),
        cmocka_unit_test_setup_teardown(letters_have_their_height, setup, teardown),
        cmocka_unit_test_setup_teardown(ink_is_whole_wherever_it_stands, setup, teardown),
        cmocka_unit_test_setup_teardown(overlapping_outlines_fill_without_holes, setup, teardown),
        cmocka_unit_test_setup_teardown(facts_are_told_beside_the_pixels, setup, teardown),
        cmocka_unit_test_setup_teardown(a_page_without_title_takes_the_layouts, setup, teardown),
        cmocka_unit_test_setup_teardown(photographs_are_rgb, setup, teardown),
        cmocka_unit_test_setup_teardown(smooth_pictures_are_indexed_unseen, setup, teardown),
        cmocka_unit_test_setup_teardown(plain_pictures_stay_indexed, setup, teardown),
        cmocka_unit_test_setup_teardown(many_text_colors_still_fit_the_palette, setup, teardown),
        cmocka_unit_test_setup_teardown(same_page_same_bytes_in_every_thread, setup, teardown),
        cmocka_unit_test_setup_teardown(an_impossible_size_is_reported, setup, teardown),
    };
    return cmocka_run_group_tests(tests, load_fonts, free_fonts);
}
