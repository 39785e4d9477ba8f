/* Pictures: pixels as meant, and refusal of everything that is not a whole picture from inside. */
#include "scratch.h"

#include "base/paths.h"
#include "content/image.h"
#include "content/images.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Two pixels wide, one high: the left one `left` (RGBA), the right one opaque white. */
static GdkPixbuf *pair_of_pixels(uint32_t left, int scale)
{
    GdkPixbuf *pixbuf = gdk_pixbuf_new(GDK_COLORSPACE_RGB, TRUE, 8, 2 * scale, scale);
    gdk_pixbuf_fill(pixbuf, 0xffffffff);
    g_autoptr(GdkPixbuf) part = gdk_pixbuf_new_subpixbuf(pixbuf, 0, 0, scale, scale);
    gdk_pixbuf_fill(part, left);
    return pixbuf;
}

static GByteArray *encoded(const char *type, uint32_t left, int scale)
{
    g_autoptr(GdkPixbuf) pixbuf = pair_of_pixels(left, scale);
    char *data;
    gsize size;
    bool jpeg = strcmp(type, "jpeg") == 0;
    assert_true(gdk_pixbuf_save_to_buffer(pixbuf, &data, &size, type, NULL, jpeg ? "quality" : NULL,
                                          "100", NULL));
    return g_byte_array_new_take((guint8 *)data, size);
}

static void write_bytes(struct scratch *s, const char *name, const GByteArray *bytes)
{
    g_free(scratch_write(s, name, bytes->data, bytes->len));
}

static struct image *load(struct scratch *s, const char *url)
{
    return image_load(s->directory, url, (struct pos){paths_number("a.md"), 3, 5}, s->diag);
}

static void assert_pixel(const struct image *image, int x, int y, int r, int g, int b)
{
    const uint8_t *rgb = g_bytes_get_data(image->rgb, NULL);
    const uint8_t *p = rgb + ((size_t)y * (size_t)image->width_px + (size_t)x) * 3;
    assert_in_range(p[0], MAX(r - 3, 0), r + 3);
    assert_in_range(p[1], MAX(g - 3, 0), g + 3);
    assert_in_range(p[2], MAX(b - 3, 0), b + 3);
}

static void assert_refused(struct scratch *s, const char *url, const char *why)
{
    assert_null(load(s, url));
    g_autofree char *said = g_strdup_printf("a.md:3:5: error: the picture '%s' %s", url, why);
    assert_said(s->diag, said);
    assert_said(s->diag, "[image-file]");
    assert_int_equal(diag_exit_status(s->diag), 1);
}

static void transparent_pixels_lie_on_white(void **state)
{
    struct scratch *s = *state;
    g_autoptr(GByteArray) png = encoded("png", 0xff000080, 3);
    write_bytes(s, "img/half red.png", png);
    struct image *image = load(s, "img/half%20red.png");
    assert_int_equal(image->width_px, 6);
    assert_int_equal(image->height_px, 3);
    assert_int_equal(g_bytes_get_size(image->rgb), 6 * 3 * 3);
    assert_pixel(image, 2, 2, 255, 127, 127);
    assert_pixel(image, 3, 0, 255, 255, 255);
    assert_null(image->jpeg);
    image_free(image);
    assert_silent(s->diag);
}

static void a_plain_jpeg_passes_through(void **state)
{
    struct scratch *s = *state;
    g_autoptr(GByteArray) jpeg = encoded("jpeg", 0x0000ffff, 16);
    write_bytes(s, "p.jpg", jpeg);
    struct image *image = load(s, "p.jpg");
    assert_pixel(image, 4, 4, 0, 0, 255);
    assert_non_null(image->jpeg);
    assert_true(image->photograph);
    image_free(image);
}

static void two_names_of_a_file_are_one_picture(void **state)
{
    struct scratch *s = *state;
    g_autoptr(GByteArray) jpeg = encoded("jpeg", 0x0000ffff, 16);
    write_bytes(s, "p.jpg", jpeg);
    struct images *images = images_new();
    const struct image *image = images_get(images, s->directory, "p.jpg", (struct pos){0}, s->diag);
    assert_non_null(image);
    assert_ptr_equal(images_get(images, s->directory, "./p.jpg", (struct pos){0}, s->diag), image);
    images_free(images);
    assert_silent(s->diag);
}

/* Whatever its file is by now. */
static void a_picture_knows_the_file_that_was_read(void **state)
{
    struct scratch *s = *state;
    g_autoptr(GByteArray) png = encoded("png", 0x0000ffff, 16);
    g_autoptr(GByteArray) other = encoded("png", 0xff0000ff, 16);
    g_autofree char *digest = digest_of(png->data, png->len);
    struct images *images = images_new();
    write_bytes(s, "p.png", png);
    const struct image *image = images_get(images, s->directory, "p.png", (struct pos){0}, s->diag);
    write_bytes(s, "p.png", other);
    assert_string_equal(image->digest, digest);
    g_autoptr(GPtrArray) paths = images_paths(images);
    assert_ptr_equal(images_at(images, paths->pdata[0]), image);
    images_free(images);
}

/* An EXIF segment that says how the camera was held. */
static GByteArray *with_orientation(const GByteArray *jpeg, uint8_t orientation)
{
    const uint8_t exif[] = {0xFF, 0xE1, 0, 34, 'E', 'x',         'i', 'f', 0,    0,    'M', 'M',
                            0,    42,   0, 0,  0,   8,           0,   1,   0x01, 0x12, 0,   3,
                            0,    0,    0, 1,  0,   orientation, 0,   0,   0,    0,    0,   0};
    GByteArray *turned = g_byte_array_new();
    g_byte_array_append(turned, jpeg->data, 2);
    g_byte_array_append(turned, exif, sizeof exif);
    g_byte_array_append(turned, jpeg->data + 2, jpeg->len - 2);
    return turned;
}

static void a_cameras_turn_is_undone(void **state)
{
    struct scratch *s = *state;
    g_autoptr(GByteArray) jpeg = encoded("jpeg", 0x000000ff, 16);
    g_autoptr(GByteArray) turned = with_orientation(jpeg, 6);
    write_bytes(s, "p.jpg", turned);
    struct image *image = load(s, "p.jpg");
    /* Turned clockwise: what was left is on top. */
    assert_int_equal(image->width_px, 16);
    assert_int_equal(image->height_px, 32);
    assert_pixel(image, 8, 4, 0, 0, 0);
    assert_pixel(image, 8, 28, 255, 255, 255);
    assert_null(image->jpeg);
    image_free(image);
}

static void an_upright_camera_changes_nothing(void **state)
{
    struct scratch *s = *state;
    g_autoptr(GByteArray) jpeg = encoded("jpeg", 0x000000ff, 16);
    g_autoptr(GByteArray) upright = with_orientation(jpeg, 1);
    write_bytes(s, "p.jpg", upright);
    struct image *image = load(s, "p.jpg");
    assert_non_null(image->jpeg);
    image_free(image);
}

/* The first marker that starts a frame. */
static size_t frame_of(const GByteArray *jpeg)
{
    size_t at = 2;
    while (jpeg->data[at + 1] < 0xC0 || jpeg->data[at + 1] > 0xC2)
        at += 2 + (size_t)(jpeg->data[at + 2] << 8 | jpeg->data[at + 3]);
    return at;
}

static void pictures_too_large_are_refused_unseen(void **state)
{
    struct scratch *s = *state;
    g_autoptr(GByteArray) png = encoded("png", 0x000000ff, 4);
    memcpy(png->data + 16, "\0\0\xEA\x60\0\0\xEA\x60", 8); /* 60000 by 60000 */
    write_bytes(s, "p.png", png);
    assert_refused(s, "p.png", "has more than 50 million pixels: make it smaller");
    g_autoptr(GByteArray) jpeg = encoded("jpeg", 0x000000ff, 16);
    memcpy(jpeg->data + frame_of(jpeg) + 5, "\xEA\x60\xEA\x60", 4);
    write_bytes(s, "p.jpg", jpeg);
    assert_refused(s, "p.jpg", "has more than 50 million pixels: make it smaller");
}

static void damaged_pictures_are_refused(void **state)
{
    struct scratch *s = *state;
    g_autoptr(GByteArray) png = encoded("png", 0x123456ff, 50);
    g_autoptr(GByteArray) jpeg = encoded("jpeg", 0x123456ff, 50);
    static const unsigned sizes[] = {24, 30, 60, 100};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_free(scratch_write(s, "p.png", png->data, sizes[i]));
        assert_refused(s, "p.png", "is damaged: ");
        g_free(scratch_write(s, "p.jpg", jpeg->data, sizes[i]));
        assert_refused(s, "p.jpg", "is damaged: ");
    }
    g_free(scratch_write(s, "cut.jpg", jpeg->data, jpeg->len - 40));
    assert_refused(s, "cut.jpg", "is damaged: ");
    g_free(scratch_write(s, "cut.png", png->data, png->len - 20));
    assert_refused(s, "cut.png", "is damaged: ");
}

static void other_formats_are_refused(void **state)
{
    struct scratch *s = *state;
    g_free(scratch_write(s, "p.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", -1));
    assert_refused(s, "p.svg", "is neither PNG nor JPEG: save it as one of them");
    g_free(scratch_write(s, "p.png", "GIF89a", -1));
    assert_refused(s, "p.png", "is neither PNG nor JPEG");
    g_free(scratch_write(s, "empty.png", "", 0));
    assert_refused(s, "empty.png", "is neither PNG nor JPEG");
}

static void a_file_is_found_as_other_computers_name_it(void **state)
{
    struct scratch *s = *state;
    g_autoptr(GByteArray) png = encoded("png", 0x102030ff, 4);
    g_autofree char *folder = g_build_filename(s->directory, "Rooms", NULL);
    g_mkdir(folder, 0700);
    write_bytes(s, "Rooms/MRI room.PNG", png);
    static const char *const names[] = {"rooms/MRI room.png", "Rooms\\MRI room.PNG",
                                        "./ROOMS\\mri%20room.Png"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        struct image *image = load(s, names[i]);
        assert_non_null(image);
        image_free(image);
    }
    assert_said(s->diag, "a.md:3:5: note: the picture 'rooms/MRI room.png' is there as "
                         "'Rooms/MRI room.PNG': write it so [image-name]");
    assert_said(s->diag, "is there as './Rooms/MRI room.PNG'");
    assert_int_equal(diag_count(s->diag, SEVERITY_ERROR), 0);
    assert_refused(s, "..\\none.png", "is not there: check its name");
}

static void what_is_not_there_is_refused(void **state)
{
    struct scratch *s = *state;
    assert_refused(s, "none.png", "is not there: check its name");
    g_free(scratch_write(s, "sub/x", "", 0));
    assert_refused(s, "sub", "is not there: check its name");
    assert_refused(s, "", "is not there: check its name");
}

static void nothing_outside_is_read(void **state)
{
    struct scratch *s = *state;
    g_autoptr(GByteArray) png = encoded("png", 0x000000ff, 4);
    write_bytes(s, "secret.png", png);
    write_bytes(s, "content-other/p.png", png);
    g_free(scratch_write(s, "content/a.md", "x", -1));
    g_autofree char *content = scratch_path(s, "content");
    g_autofree char *link = scratch_path(s, "content/link.png");
    assert_int_equal(symlink("../secret.png", link), 0);
    static const char *const urls[] = {"../secret.png", "link.png", "%2E%2E/secret.png",
                                       "../content-other/p.png"};
    for (size_t i = 0; i < G_N_ELEMENTS(urls); i++)
        assert_null(image_load(content, urls[i], (struct pos){0}, s->diag));
    assert_said(s->diag, "the picture 'link.png' lies outside of the content directory");
    assert_int_equal(diag_errors(s->diag), G_N_ELEMENTS(urls));
    assert_not_said(s->diag, "is not there");
}

static void addresses_are_not_fetched(void **state)
{
    struct scratch *s = *state;
    static const char *const urls[] = {"http://example.org/p.png", "data:image/png;base64,AA",
                                       "file:///p.png", "//example.org/p.png"};
    for (size_t i = 0; i < G_N_ELEMENTS(urls); i++)
        assert_refused(s, urls[i], "is not in the content directory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(transparent_pixels_lie_on_white),
        scratch_test(a_plain_jpeg_passes_through),
        scratch_test(two_names_of_a_file_are_one_picture),
        scratch_test(a_picture_knows_the_file_that_was_read),
        scratch_test(a_cameras_turn_is_undone),
        scratch_test(an_upright_camera_changes_nothing),
        scratch_test(pictures_too_large_are_refused_unseen),
        scratch_test(damaged_pictures_are_refused),
        scratch_test(other_formats_are_refused),
        scratch_test(a_file_is_found_as_other_computers_name_it),
        scratch_test(what_is_not_there_is_refused),
        scratch_test(nothing_outside_is_read),
        scratch_test(addresses_are_not_fetched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
