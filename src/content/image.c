/*
 * Decodes pictures through a plug-in. The kind and the size that a file declares are read from its
 * first bytes before anything is decoded, so that a small file cannot demand gigabytes; and the
 * decoder is told how large a picture can get on paper, so that a large photograph is small from
 * the beginning. Awkward: the samples of a JPEG may go out as they are, but only when they mean the
 * same there: no camera turn, no colours of its own, and what image_jpeg.c looks for.
 */
#include "content/image.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/geometry.h"
#include "content/address.h"
#include "content/group.h"
#include "content/image_file.h"
#include "content/image_name.h"
#include "content/image_pixels.h"

#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define PIXEL_LIMIT (50 * 1000 * 1000)

/* The widest sheet, and as much of its height as a picture ever takes (layout/profile.c). [px] */
#define SHORT_SIDE (6.0 * IMAGE_DPI)
#define LONG_SIDE  (8.5 * IMAGE_DPI)

/* Below this a JPEG is small enough for every product, however small it is printed. [bytes] */
#define SMALL_JPEG (200 * 1000)

/* The largest place of a logo is on covers (150 × 48 pt). [px] */
#define LOGO_WIDTH  (150.0 / POINTS_PER_INCH * LOGO_DPI)
#define LOGO_HEIGHT (48.0 / POINTS_PER_INCH * LOGO_DPI)

enum format { FORMAT_PNG, FORMAT_JPEG, FORMAT_SVG, FORMAT_OTHER, FORMAT_COUNT };

static void refuse(struct pos pos, const char *url, const char *why, struct diag *diag)
{
    diag_report(diag, RULE_IMAGE_FILE, pos, "the picture '%s' %s", url, why);
}

static bool is_file(const char *path, char real[PATH_MAX])
{
    return realpath(path, real) && g_file_test(real, G_FILE_TEST_IS_REGULAR);
}

/* The file that is meant, found by a name that other computers take for the same; said, for not all
 * of them do. */
static bool find_near(const char *directory, const char *name, char real[PATH_MAX], struct pos pos,
                      struct diag *diag)
{
    g_autofree char *near = image_name_find(directory, name);
    g_autofree char *joined = near ? g_build_filename(directory, near, NULL) : NULL;
    if (!joined || !is_file(joined, real))
        return false;
    diag_report(diag, RULE_IMAGE_NAME, pos, "the picture '%s' is there as '%s': write it so", name,
                near);
    return true;
}

/* The file of that name in the clinic's directory, else in the one that its group has for it, whose
 * real path is `root` then. */
static bool find_file(const char *directory, const char *name, char root[PATH_MAX],
                      char real[PATH_MAX], struct pos pos, struct diag *diag)
{
    g_autofree char *joined = g_build_filename(directory, name, NULL);
    g_autofree char *shared = group_shared(directory);
    if (realpath(directory, root) &&
        (is_file(joined, real) || find_near(directory, name, real, pos, diag)))
        return true;
    return shared && find_file(shared, name, root, real, pos, diag);
}

char *image_find(const char *directory, const char *url, struct pos pos, struct diag *diag)
{
    g_autofree char *name = g_uri_unescape_string(url, "/");
    if (address_is_remote(url)) {
        refuse(pos, url, "is not in the content directory: put it there and name it by its path",
               diag);
        return NULL;
    }
    char root[PATH_MAX], real[PATH_MAX];
    if (!find_file(directory, name ? name : url, root, real, pos, diag)) {
        refuse(pos, url, "is not there: check its name", diag);
        return NULL;
    }
    size_t n = strlen(root);
    if (strncmp(real, root, n) != 0 || real[n] != '/') {
        refuse(pos, url, "lies outside of the content directory: move it inside", diag);
        return NULL;
    }
    return g_strdup(real);
}

static unsigned big_endian(const uint8_t *p, size_t n)
{
    unsigned value = 0;
    for (size_t i = 0; i < n; i++)
        value = value << 8 | p[i];
    return value;
}

static enum format format_of(const uint8_t *data, size_t size)
{
    if (size >= 24 && memcmp(data, "\x89PNG\r\n\x1a\n", 8) == 0)
        return FORMAT_PNG;
    if (size >= 4 && memcmp(data, "\xFF\xD8\xFF", 3) == 0)
        return FORMAT_JPEG;
    return size > 0 && memmem(data, size, "<svg", 4) ? FORMAT_SVG : FORMAT_OTHER;
}

/* Decoders fill in what is missing from the end of a file; readers would see a grey area. Within
 * the samples of a JPEG the end marker cannot occur by chance (ITU-T T.81, B.1.1.5). */
static bool is_whole(enum format format, const uint8_t *data, size_t size)
{
    if (format == FORMAT_SVG)
        return true; /* its decoder looks for the end */
    if (format == FORMAT_JPEG) {
        size_t samples = image_pixels_plugin()->read_jpeg(data, size).samples;
        return memmem(data + samples, size - samples, "\xFF\xD9", 2) != NULL;
    }
    size_t at = 8;
    while (at + 12 <= size && memcmp(data + at + 4, "IEND", 4) != 0)
        at += (size_t)big_endian(data + at, 4) + 12;
    return at + 12 <= size;
}

static bool size_is_sane(enum format format, const uint8_t *data, size_t size)
{
    double width, height;
    if (format == FORMAT_SVG)
        return true; /* drawn in the size that is wanted */
    if (format == FORMAT_PNG) {
        width = big_endian(data + 16, 4);
        height = big_endian(data + 20, 4);
    } else {
        struct image_jpeg jpeg = image_pixels_plugin()->read_jpeg(data, size);
        width = jpeg.width_px;
        height = jpeg.height_px;
    }
    return width * height <= PIXEL_LIMIT;
}

static bool scale_size(int *width, int *height, double factor, bool wanted)
{
    if (wanted) {
        *width = MAX(1, (int)lround(*width * factor));
        *height = MAX(1, (int)lround(*height * factor));
    }
    return wanted;
}

/* No more pixels than paper can show, whichever way the picture is turned. */
static bool limit_size(int *width, int *height, bool drawing)
{
    (void)drawing;
    double factor = MIN(SHORT_SIDE / MIN(*width, *height), LONG_SIDE / MAX(*width, *height));
    return scale_size(width, height, factor, factor < 1);
}

/* No more pixels than its place can show, and of a drawing so many. */
static bool fit_logo(int *width, int *height, bool drawing)
{
    double factor = MIN(LOGO_WIDTH / MAX(*width, 1), LOGO_HEIGHT / MAX(*height, 1));
    return scale_size(width, height, factor, factor < 1 || drawing);
}

/* False when the pixels meant sRGB as they were. Takes what was decoded. */
static bool set_pixels(struct image *image, struct image_decoded *decoded)
{
    gsize size;
    uint8_t *rgb = g_bytes_unref_to_data(decoded->rgb, &size);
    bool changed = image_pixels_plugin()->to_srgb(rgb, size / 3, decoded->profile);
    g_clear_pointer(&decoded->profile, g_bytes_unref);
    image->width_px = decoded->width_px;
    image->height_px = decoded->height_px;
    image->holed = decoded->holed;
    image->rgb = g_bytes_new_take(rgb, size);
    return changed;
}

/* Of a JPEG whose pixels are as its samples say. */
static void pass_through(struct image *image, GBytes *bytes)
{
    gsize size;
    const uint8_t *data = g_bytes_get_data(bytes, &size);
    struct image_jpeg jpeg = image_pixels_plugin()->read_jpeg(data, size);
    if (!jpeg.plain || jpeg.width_px != image->width_px || jpeg.height_px != image->height_px)
        return;
    GBytes *samples = image_pixels_plugin()->strip_jpeg(data, size);
    if (samples && g_bytes_get_size(samples) <= SMALL_JPEG) {
        image->jpeg = g_steal_pointer(&samples);
        image->jpeg_gray = jpeg.gray;
    }
    g_clear_pointer(&samples, g_bytes_unref);
}

/* Whatever kind of file it was saved as. */
static bool is_photograph(const struct image *image)
{
    const uint8_t *rgb = g_bytes_get_data(image->rgb, NULL);
    return !image->holed &&
           image_pixels_are_grained(rgb, (size_t)image->width_px, (size_t)image->height_px);
}

/* Takes what was decoded. */
static struct image *image_from(struct image_decoded *decoded, GBytes *bytes, enum format format,
                                bool logo)
{
    struct image *image = g_new0(struct image, 1);
    bool changed = set_pixels(image, decoded);
    image->photograph = format == FORMAT_JPEG || (!logo && is_photograph(image));
    image->logo = logo;
    g_autofree char *digest = digest_of_bytes(bytes);
    g_strlcpy(image->digest, digest, sizeof image->digest);
    if (format == FORMAT_JPEG && !changed && !decoded->turned)
        pass_through(image, bytes);
    return image;
}

/* Why the bytes are no picture that we decode, judged by what they declare; NULL: they are one. */
static const char *fault_of(enum format format, bool logo, const uint8_t *data, size_t size)
{
    if (logo && format == FORMAT_OTHER)
        return "is neither PNG, JPEG nor SVG: save it as one of them";
    if (!logo && format >= FORMAT_SVG)
        return "is neither PNG nor JPEG: save it as one of them";
    if (!size_is_sane(format, data, size))
        return "has more than 50 million pixels: make it smaller";
    if (!is_whole(format, data, size))
        return "is damaged: its end is missing";
    return NULL;
}

static struct image *read_as(const char *path, const char *url, bool logo, struct pos pos,
                             struct diag *diag)
{
    g_autoptr(GBytes) bytes = file_read(path, FILE_IMAGE_LIMIT, pos, diag);
    if (!bytes)
        return NULL;
    gsize size;
    const uint8_t *data = g_bytes_get_data(bytes, &size);
    enum format format = format_of(data, size);
    const char *fault = fault_of(format, logo, data, size);
    if (fault) {
        refuse(pos, url, fault, diag);
        return NULL;
    }
    static const char *const types[] = {"png", "jpeg", "svg"};
    g_autoptr(GError) error = NULL;
    struct image_decoded decoded;
    if (!image_pixels_plugin()->decode(bytes, types[format], logo ? fit_logo : limit_size, &decoded,
                                       &error)) {
        g_autofree char *why =
            g_strdup_printf("is damaged: %s", error ? error->message : "it holds no pixels");
        refuse(pos, url, why, diag);
        return NULL;
    }
    return image_from(&decoded, bytes, format, logo);
}

struct image *image_read(const char *path, const char *url, struct pos pos, struct diag *diag)
{
    return read_as(path, url, false, pos, diag);
}

struct image *image_load_logo(const char *directory, const char *url, struct pos pos,
                              struct diag *diag)
{
    g_autofree char *path = image_find(directory, url, pos, diag);
    return path ? read_as(path, url, true, pos, diag) : NULL;
}

struct image *image_load(const char *directory, const char *url, struct pos pos, struct diag *diag)
{
    g_autofree char *path = image_find(directory, url, pos, diag);
    return path ? image_read(path, url, pos, diag) : NULL;
}

struct image *image_cut(const struct image *image, int x, int y, int width, int height)
{
    const guint8 *from = g_bytes_get_data(image->rgb, NULL);
    size_t row = (size_t)width * 3;
    guint8 *to = g_malloc_n((size_t)height, row);
    for (int i = 0; i < height; i++)
        memcpy(to + (size_t)i * row,
               from + ((size_t)(y + i) * (size_t)image->width_px + (size_t)x) * 3, row);
    struct image *part = g_new0(struct image, 1);
    *part = (struct image){.width_px = width,
                           .height_px = height,
                           .rgb = g_bytes_new_take(to, (size_t)height * row),
                           .photograph = image->photograph,
                           .holed = image->holed};
    return part;
}

struct image *image_on_white(const struct image *image, int around)
{
    const guint8 *from = g_bytes_get_data(image->rgb, NULL);
    int width = image->width_px + 2 * around, height = image->height_px + 2 * around;
    size_t row = (size_t)width * 3, size = (size_t)height * row;
    guint8 *to = g_malloc(size);
    memset(to, UINT8_MAX, size);
    for (int i = 0; i < image->height_px; i++)
        memcpy(to + (size_t)(around + i) * row + (size_t)around * 3,
               from + (size_t)i * (size_t)image->width_px * 3, (size_t)image->width_px * 3);
    struct image *framed = g_new0(struct image, 1);
    *framed = (struct image){.width_px = width,
                             .height_px = height,
                             .rgb = g_bytes_new_take(to, size),
                             .logo = image->logo,
                             .holed = image->holed};
    return framed;
}

void image_free(struct image *image)
{
    if (!image)
        return;
    g_bytes_unref(image->rgb);
    g_clear_pointer(&image->jpeg, g_bytes_unref);
    g_free(image);
}
