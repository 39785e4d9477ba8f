/*
 * JPEG files: what one says about itself before its samples begin, one without anything but its
 * samples, and one made of pixels.
 */
#ifndef HANDOUT_CONTENT_IMAGE_JPEG_H
#define HANDOUT_CONTENT_IMAGE_JPEG_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zero for a file whose header cannot be read. */
struct image_jpeg {
    int width_px, height_px; /* as the frame declares, not turned */
    bool gray;               /* one channel */
    bool plain;     /* PDF readers decode the samples, and to the colours that our decoder gives */
    size_t samples; /* [bytes] from the start of the file to the samples of the first scan */
};

/* Nothing is decoded, and nothing reported: who decodes the file will say what is wrong with it. */
struct image_jpeg image_read_jpeg(const uint8_t *data, size_t size);

/*
 * The same samples, to the bit, in a new file that holds nothing else: no position, camera,
 * comment, profile or small copy, nor what follows the picture's end. NULL when the samples cannot
 * be read to their end. Owned by the caller.
 */
GBytes *image_strip_jpeg(const uint8_t *data, size_t size);

/* A baseline file of pixels of three bytes, `quality` from 1 to 100. Owned by the caller. */
GBytes *image_write_jpeg(const uint8_t *rgb, int width_px, int height_px, int quality);

#endif
