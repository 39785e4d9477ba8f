/*
 * Pixels to the bytes of a PNG file (W3C PNG, third edition). The only user of libpng.
 *
 * Pictures that a palette of 8 bits shows as they are, to the eye, become indexed, others 8-bit
 * RGB. The same input gives the same bytes: no time is written.
 */
#ifndef HANDOUT_PAINT_PNG_ENCODE_H
#define HANDOUT_PAINT_PNG_ENCODE_H

#include "base/geometry.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Pixels as cairo keeps them: 0xXXRRGGBB in native byte order. They are asked for row by row, from
 * the top, and some pictures are gone through more than once.
 */
struct raster {
    int width_px, height_px;
    /* The pixels of row `y`, which stay as they are until a row of another band is asked for. */
    const uint32_t *(*row)(void *from, int y);
    void *from;
    int band_px; /* rows of a band: from one multiple of it to the next */
};

/* What the file says beside its pixels. */
struct png_facts {
    const char *title;       /* UTF-8 */
    const char *description; /* UTF-8: the words of the picture */
    const char *lang;        /* BCP 47: of the two above */
    double px_per_metre;
};

/*
 * Which colours may be changed to keep the palette small. Blended pixels of letter edges are
 * rounded to fewer levels when `round_others` is set; the colours of `exact` are kept as they are.
 */
struct png_colors {
    const struct color *exact;
    size_t n_exact;
    bool round_others;
};

/* The file, owned by the caller; NULL when libpng refused, *error (free with g_free) says why. */
GBytes *png_encode(const struct raster *raster, const struct png_colors *colors,
                   const struct png_facts *facts, char **error);

#endif
