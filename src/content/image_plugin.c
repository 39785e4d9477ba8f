/*
 * Pictures by gdk-pixbuf, by libjpeg (image_jpeg.c), which is there for its sake, and by lcms2
 * (image_color.c).
 */
#include "content/image_plugin.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

static uint8_t on_white(uint8_t sample, uint8_t alpha)
{
    return (uint8_t)((sample * alpha + 255 * (255 - alpha) + 127) / 255);
}

static GBytes *pack(const GdkPixbuf *pixbuf)
{
    size_t width = (size_t)gdk_pixbuf_get_width(pixbuf);
    size_t height = (size_t)gdk_pixbuf_get_height(pixbuf);
    size_t stride = (size_t)gdk_pixbuf_get_rowstride(pixbuf);
    size_t channels = (size_t)gdk_pixbuf_get_n_channels(pixbuf);
    const uint8_t *rows = gdk_pixbuf_read_pixels(pixbuf);
    uint8_t *rgb = g_malloc(width * height * 3), *out = rgb;
    for (size_t y = 0; y < height; y++) {
        const uint8_t *in = rows + y * stride;
        for (size_t x = 0; x < width; x++, in += channels)
            for (size_t c = 0; c < 3; c++)
                *out++ = channels == 4 ? on_white(in[c], in[3]) : in[c];
    }
    return g_bytes_new_take(rgb, width * height * 3);
}

static bool is_holed(const GdkPixbuf *pixbuf)
{
    size_t width = (size_t)gdk_pixbuf_get_width(pixbuf);
    size_t height = (size_t)gdk_pixbuf_get_height(pixbuf);
    size_t stride = (size_t)gdk_pixbuf_get_rowstride(pixbuf);
    const uint8_t *rows = gdk_pixbuf_read_pixels(pixbuf);
    if (gdk_pixbuf_get_n_channels(pixbuf) != 4)
        return false;
    for (size_t y = 0; y < height; y++)
        for (size_t x = 0; x < width; x++)
            if (rows[y * stride + x * 4 + 3] != 255)
                return true;
    return false;
}

struct wish {
    image_fit fit;
    bool drawing;
};

static void set_size(GdkPixbufLoader *loader, int width, int height, gpointer user)
{
    const struct wish *wish = user;
    if (wish->fit(&width, &height, wish->drawing))
        gdk_pixbuf_loader_set_size(loader, width, height);
}

/* NULL, mostly with `error` set: it is damaged. */
static GdkPixbuf *load(GBytes *bytes, const char *type, image_fit fit, GError **error)
{
    struct wish wish = {fit, strcmp(type, "svg") == 0};
    g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type(type, error);
    if (!loader)
        return NULL;
    g_signal_connect(loader, "size-prepared", G_CALLBACK(set_size), &wish);
    bool written = gdk_pixbuf_loader_write_bytes(loader, bytes, error);
    if (!gdk_pixbuf_loader_close(loader, written ? error : NULL) || !written)
        return NULL;
    GdkPixbuf *pixbuf = gdk_pixbuf_loader_get_pixbuf(loader);
    return pixbuf ? g_object_ref(pixbuf) : NULL;
}

static bool is_turned(GdkPixbuf *pixbuf)
{
    const char *orientation = gdk_pixbuf_get_option(pixbuf, "orientation");
    return orientation && strcmp(orientation, "1") != 0;
}

/* The profile that the file carries, or NULL. */
static GBytes *profile_of(GdkPixbuf *pixbuf)
{
    const char *text = gdk_pixbuf_get_option(pixbuf, "icc-profile");
    gsize size;
    guchar *data = text ? g_base64_decode(text, &size) : NULL;
    return data ? g_bytes_new_take(data, size) : NULL;
}

static bool decode(GBytes *bytes, const char *type, image_fit fit, struct image_decoded *decoded,
                   GError **error)
{
    g_autoptr(GdkPixbuf) pixbuf = load(bytes, type, fit, error);
    if (!pixbuf)
        return false;
    g_autoptr(GdkPixbuf) upright = gdk_pixbuf_apply_embedded_orientation(pixbuf);
    *decoded = (struct image_decoded){.width_px = gdk_pixbuf_get_width(upright),
                                      .height_px = gdk_pixbuf_get_height(upright),
                                      .rgb = pack(upright),
                                      .profile = profile_of(pixbuf),
                                      .turned = is_turned(pixbuf),
                                      .holed = is_holed(pixbuf)};
    return true;
}

static GBytes *scale(GBytes *rgb, int width_px, int height_px, int to_width_px, int to_height_px)
{
    g_autoptr(GdkPixbuf) all = gdk_pixbuf_new_from_bytes(rgb, GDK_COLORSPACE_RGB, FALSE, 8,
                                                         width_px, height_px, width_px * 3);
    g_autoptr(GdkPixbuf) scaled =
        gdk_pixbuf_scale_simple(all, to_width_px, to_height_px, GDK_INTERP_BILINEAR);
    return pack(scaled);
}

G_MODULE_EXPORT const struct image_plugin plugin_door = {
    .head.version = HANDOUT_VERSION,
    .decode = decode,
    .scale = scale,
    .to_srgb = image_color_to_srgb,
    .read_jpeg = image_read_jpeg,
    .strip_jpeg = image_strip_jpeg,
    .write_jpeg = image_write_jpeg,
};
