/*
 * A picture of the article, decoded once: painters get pixels and never parse a picture file.
 */
#ifndef HANDOUT_CONTENT_IMAGE_H
#define HANDOUT_CONTENT_IMAGE_H

#include "base/diag.h"
#include "base/digest.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/*
 * A picture as sRGB pixels: colours of another profile are turned into it, transparent parts are
 * laid on white, a camera's turn (EXIF orientation) is undone. No more pixels than its
 * largest place on paper shows at 300 dpi; of what else the file held (positions, cameras,
 * comments), nothing.
 */
struct image {
    int width_px, height_px;
    GBytes *rgb;     /* width_px × height_px × 3 bytes, rows from the top, no padding */
    GBytes *jpeg;    /* the file's own samples and nothing else, when it is a small JPEG (200 KB)
                        whose samples mean the same as `rgb`; else NULL */
    bool jpeg_gray;  /* its samples are of one channel; else they are of three */
    bool logo;       /* a mark with sharp edges: paper shows up to 600 dpi of it */
    bool photograph; /* the file is a JPEG, or shows a camera's grain: its pixels may be coded as
                        a JPEG */
    bool holed;      /* its file has parts that what is behind would be seen through */
    char digest[DIGEST_SIZE]; /* of its file, as it was read */
};

/*
 * Loads a PNG or JPEG file named `url` in the article, relative to `directory`. Refused, with
 * RULE_IMAGE_FILE at `pos`: an address outside `directory` (also through links), a missing,
 * truncated or foreign file, more than 50 million pixels; as `file_read` does: a file that may not
 * be read or is far too large. The caller frees the result with `image_free`.
 */
struct image *image_load(const char *directory, const char *url, struct pos pos, struct diag *diag);
void image_free(struct image *image);

/* The same for a logo, which may be an SVG, too: as many pixels as its largest place shows at 600
 * dpi. Nothing outside of the file is read for it. */
struct image *image_load_logo(const char *directory, const char *url, struct pos pos,
                              struct diag *diag);

/* A part of it, `width` × `height` pixels from (x, y) on; the caller's. */
struct image *image_cut(const struct image *image, int x, int y, int width, int height);

/* The same with `around` white pixels on all sides; the caller's. */
struct image *image_on_white(const struct image *image, int around);

/* The two steps of the first: the file's real path, owned by the caller, and what it holds. */
char *image_find(const char *directory, const char *url, struct pos pos, struct diag *diag);
struct image *image_read(const char *path, const char *url, struct pos pos, struct diag *diag);

#endif
