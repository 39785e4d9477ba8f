/*
 * Pixels of pictures. Internal to image*.c.
 */
#ifndef HANDOUT_CONTENT_IMAGE_PIXELS_H
#define HANDOUT_CONTENT_IMAGE_PIXELS_H

#include "content/image_plugin.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* `rgb` (rows without padding) is what a camera took, not what someone drew. */
bool image_pixels_are_grained(const uint8_t *rgb, size_t width, size_t height);

/* Who decodes and scales them; any thread may ask. */
const struct image_plugin *image_pixels_plugin(void);

#endif
