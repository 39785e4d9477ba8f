/*
 * The door of the plug-in for pictures. Any thread may call its functions.
 */
#ifndef HANDOUT_CONTENT_IMAGE_PLUGIN_H
#define HANDOUT_CONTENT_IMAGE_PLUGIN_H

#include "base/plugin.h"
#include "content/image_color.h"
#include "content/image_jpeg.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A picture file's pixels, turned as they are to be seen. */
struct image_decoded {
    int width_px, height_px;
    GBytes *rgb;     /* three bytes a pixel, rows without padding; transparent pixels lie on white;
                        owned by the caller */
    GBytes *profile; /* ICC, of what the colours mean; NULL: the file has none; owned likewise */
    bool turned;     /* the file has them otherwise (EXIF orientation) */
    bool holed;      /* something behind it would be seen through it */
};

/* Changes a file's size [px] to the one that is wanted; false: it stays. A drawing has no pixels
 * before it has a size. */
typedef bool (*image_fit)(int *width_px, int *height_px, bool drawing);

struct image_plugin {
    struct plugin_head head;

    /* Of a file of the type "png", "jpeg" or "svg". False, mostly with `error` set: damaged. */
    bool (*decode)(GBytes *bytes, const char *type, image_fit fit, struct image_decoded *decoded,
                   GError **error);

    /* `rgb` (rows without padding) in another size; owned by the caller. */
    GBytes *(*scale)(GBytes *rgb, int width_px, int height_px, int to_width_px, int to_height_px);

    /* As image_color_to_srgb (content/image_color.h). */
    bool (*to_srgb)(uint8_t *rgb, size_t n, GBytes *profile);

    /* As image_read_jpeg, image_strip_jpeg and image_write_jpeg (content/image_jpeg.h). */
    struct image_jpeg (*read_jpeg)(const uint8_t *data, size_t size);
    GBytes *(*strip_jpeg)(const uint8_t *data, size_t size);
    GBytes *(*write_jpeg)(const uint8_t *rgb, int width_px, int height_px, int quality);
};

#endif
