/*
 * Pixels as painters take them. Internal to image*.c.
 */
#ifndef HANDOUT_CONTENT_IMAGE_PIXELS_H
#define HANDOUT_CONTENT_IMAGE_PIXELS_H

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* Three bytes a pixel, rows without padding; transparent pixels lie on white. Owned by the caller.
 */
GBytes *image_pixels_pack(const GdkPixbuf *pixbuf);

/* True where something behind it would be seen. */
bool image_pixels_are_holed(const GdkPixbuf *pixbuf);

/* `rgb` (rows without padding) is what a camera took, not what someone drew. */
bool image_pixels_are_grained(const uint8_t *rgb, size_t width, size_t height);

#endif
