/* Headers of JPEG files: what they declare, and whose samples a PDF may hold as they are. */
#include "content/image_jpeg.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jpeglib.h>

enum { WIDTH = 24, HEIGHT = 16 };

/* How a file is made. */
struct recipe {
    J_COLOR_SPACE given, stored;
    int channels;
    bool progressive, arithmetic;
};

static const struct recipe usual = {JCS_RGB, JCS_YCbCr, 3, false, false};

/* A plain area as a JPEG file. */
static GByteArray *compress(struct recipe recipe)
{
    struct jpeg_compress_struct info = {0};
    struct jpeg_error_mgr errors;
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char *file = NULL;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &file, &size);
    info.image_width = WIDTH;
    info.image_height = HEIGHT;
    info.input_components = recipe.channels;
    info.in_color_space = recipe.given;
    jpeg_set_defaults(&info);
    jpeg_set_colorspace(&info, recipe.stored);
    info.arith_code = recipe.arithmetic;
    if (recipe.progressive)
        jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    JSAMPLE row[WIDTH * 4];
    memset(row, 0x60, sizeof row);
    for (int y = 0; y < HEIGHT; y++)
        jpeg_write_scanlines(&info, (JSAMPROW[]){row}, 1);
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, file, (guint)size);
    free(file);
    return bytes;
}

static struct image_jpeg read_file(const GByteArray *file)
{
    return image_read_jpeg(file->data, file->len);
}

static bool is_plain(struct recipe recipe)
{
    g_autoptr(GByteArray) file = compress(recipe);
    struct image_jpeg jpeg = read_file(file);
    assert_int_equal(jpeg.width_px, WIDTH);
    assert_int_equal(jpeg.height_px, HEIGHT);
    assert_int_equal(jpeg.gray, recipe.channels == 1);
    return jpeg.plain;
}

static void what_readers_decode_is_plain(void **state)
{
    (void)state;
    assert_true(is_plain(usual));
    assert_true(is_plain((struct recipe){JCS_RGB, JCS_RGB, 3, false, false}));
    assert_true(is_plain((struct recipe){JCS_RGB, JCS_YCbCr, 3, true, false}));
    assert_true(is_plain((struct recipe){JCS_GRAYSCALE, JCS_GRAYSCALE, 1, false, false}));
}

static void what_readers_may_not_decode_is_not(void **state)
{
    (void)state;
    assert_false(is_plain((struct recipe){JCS_RGB, JCS_YCbCr, 3, false, true}));
    assert_false(is_plain((struct recipe){JCS_CMYK, JCS_CMYK, 4, false, false}));
    assert_false(is_plain((struct recipe){JCS_CMYK, JCS_YCCK, 4, false, false}));
}

/* Where the segment of a marker begins. */
static guint find_marker(const GByteArray *file, uint8_t marker)
{
    const uint8_t sought[] = {0xFF, marker};
    const uint8_t *at = memmem(file->data, file->len, sought, sizeof sought);
    assert_non_null(at);
    return (guint)(at - file->data);
}

static guint segment_size(const GByteArray *file, guint at)
{
    return 2 + (guint)(file->data[at + 2] << 8 | file->data[at + 3]);
}

static void insert(GByteArray *file, guint at, const uint8_t *bytes, guint size)
{
    g_autofree uint8_t *rest = g_memdup2(file->data + at, file->len - at);
    guint n = file->len - at;
    g_byte_array_set_size(file, at);
    g_byte_array_append(file, bytes, size);
    g_byte_array_append(file, rest, n);
}

/* No marker says how the channels are meant, but their names do, which PDF readers do not ask. */
static void channels_named_rgb_are_not_plain(void **state)
{
    (void)state;
    g_autoptr(GByteArray) file = compress(usual);
    guint mark = find_marker(file, 0xE0);
    g_byte_array_remove_range(file, mark, segment_size(file, mark));
    assert_true(read_file(file).plain);
    guint frame = find_marker(file, 0xC0), scan = find_marker(file, 0xDA);
    for (guint i = 0; i < 3; i++)
        file->data[frame + 10 + 3 * i] = file->data[scan + 5 + 2 * i] = (uint8_t) "RGB"[i];
    assert_int_equal(read_file(file).width_px, WIDTH);
    assert_false(read_file(file).plain);
}

static void marks_that_disagree_are_not_plain(void **state)
{
    (void)state;
    uint8_t adobe[] = "\xFF\xEE\0\x0E"
                      "Adobe\0\x64\0\0\0\0";
    static const bool plain[] = {false, true,
                                 false}; /* the file has the mark of JFIF, too: YCbCr */
    for (uint8_t transform = 0; transform < G_N_ELEMENTS(plain); transform++) {
        g_autoptr(GByteArray) file = compress(usual);
        adobe[sizeof adobe - 1] = transform;
        insert(file, find_marker(file, 0xDB), adobe, sizeof adobe);
        assert_int_equal(read_file(file).width_px, WIDTH);
        assert_int_equal(read_file(file).plain, plain[transform]);
    }
}

/* Any number of them may stand before a marker (ITU-T T.81, B.1.1.2). */
static void fill_bytes_are_passed_over(void **state)
{
    (void)state;
    g_autoptr(GByteArray) file = compress(usual);
    insert(file, 2, (const uint8_t[]){0xFF, 0xFF, 0xFF}, 3);
    assert_true(read_file(file).plain);
}

static void samples_follow_the_header_of_their_scan(void **state)
{
    (void)state;
    g_autoptr(GByteArray) file = compress(usual);
    guint scan = find_marker(file, 0xDA);
    assert_int_equal(read_file(file).samples, scan + segment_size(file, scan));
}

/* In memory of its own size, for tools that watch its edges. */
static void half_a_header_is_none(void **state)
{
    (void)state;
    g_autoptr(GByteArray) file = compress(usual);
    size_t samples = read_file(file).samples;
    for (size_t size = 1; size < samples; size++) {
        g_autofree uint8_t *part = g_memdup2(file->data, size);
        struct image_jpeg jpeg = image_read_jpeg(part, size);
        assert_int_equal(jpeg.width_px, 0);
        assert_int_equal(jpeg.samples, 0);
        assert_false(jpeg.plain);
    }
}

/* A comment and what follows the end stay behind; the new file has the same samples. */
static void nothing_but_samples_is_copied(void **state)
{
    (void)state;
    g_autoptr(GByteArray) file = compress(usual);
    g_autoptr(GBytes) clean = image_strip_jpeg(file->data, file->len);
    g_autoptr(GByteArray) told = g_byte_array_new();
    const uint8_t comment[] = {0xFF, 0xFE, 0, 8, 's', 'e', 'c', 'r', 'e', 't'};
    g_byte_array_append(told, file->data, 2);
    g_byte_array_append(told, comment, sizeof comment);
    g_byte_array_append(told, file->data + 2, file->len - 2);
    g_byte_array_append(told, comment, sizeof comment);
    g_autoptr(GBytes) stripped = image_strip_jpeg(told->data, told->len);
    assert_non_null(stripped);
    assert_true(g_bytes_equal(stripped, clean));
}

static void samples_cut_short_are_not_copied(void **state)
{
    (void)state;
    g_autoptr(GByteArray) file = compress(usual);
    size_t samples = read_file(file).samples;
    for (size_t size = 1; size < samples + 4; size++) {
        g_autofree uint8_t *part = g_memdup2(file->data, size);
        assert_null(image_strip_jpeg(part, size));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_readers_decode_is_plain),
        cmocka_unit_test(what_readers_may_not_decode_is_not),
        cmocka_unit_test(channels_named_rgb_are_not_plain),
        cmocka_unit_test(marks_that_disagree_are_not_plain),
        cmocka_unit_test(fill_bytes_are_passed_over),
        cmocka_unit_test(samples_follow_the_header_of_their_scan),
        cmocka_unit_test(half_a_header_is_none),
        cmocka_unit_test(nothing_but_samples_is_copied),
        cmocka_unit_test(samples_cut_short_are_not_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
