/*
 * Finds the few colours of a picture and writes it as indexes into them.
 */
#ifndef HANDOUT_PAINT_PALETTE_H
#define HANDOUT_PAINT_PALETTE_H

#include "paint/png_encode.h"

#define PALETTE_SIZE 256

/* What stands before a row that is kept as it is. */
#define PNG_UNFILTERED 0

struct palette {
    struct color colors[PALETTE_SIZE];
    size_t n_colors; /* of `colors` that are used */
};

/*
 * One byte a pixel, rows as PNG keeps them, each behind a byte that says that it is not filtered;
 * owned by the caller. NULL when the picture has more than PALETTE_SIZE colours even after the
 * rounding that `colors` allows, and cannot be shown by so few without being seen to change.
 */
uint8_t *palette_index(const struct raster *raster, const struct png_colors *colors,
                       struct palette *palette);

#endif
