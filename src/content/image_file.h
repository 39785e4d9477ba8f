/*
 * Pictures on their way out: no larger than they are shown, and with nothing in them but what is
 * seen.
 */
#ifndef HANDOUT_CONTENT_IMAGE_FILE_H
#define HANDOUT_CONTENT_IMAGE_FILE_H

#include "content/image.h"

#include <glib.h>
#include <stdbool.h>

/* What more dots an inch than this would add, no eye sees on paper (print-standards: 300 dpi). */
#define IMAGE_DPI 300

/* Of the sharp edges of logos. */
#define LOGO_DPI 600

struct image_file {
    int width_px, height_px;
    bool jpeg;     /* `bytes` are a JPEG file; else pixels as in struct image */
    bool gray;     /* a JPEG of one channel; else of three */
    GBytes *bytes; /* owned by the caller */
};

/*
 * The picture with at most `most_px` pixels from left to right. A photograph becomes a JPEG of at
 * most some 320 KB (the author's own samples where they are small enough), anything else stays
 * pixels without loss.
 */
struct image_file image_file_make(const struct image *image, double most_px);

#endif
