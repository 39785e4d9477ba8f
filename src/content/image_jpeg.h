/*
 * What a JPEG file says about itself before its samples begin.
 */
#ifndef HANDOUT_CONTENT_IMAGE_JPEG_H
#define HANDOUT_CONTENT_IMAGE_JPEG_H

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

#endif
