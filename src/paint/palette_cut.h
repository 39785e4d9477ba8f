/*
 * The few colours of a picture that has many: by cutting the cube of its colours where most of them
 * lie (P. Heckbert, "Color image quantization for frame buffer display", 1982).
 */
#ifndef HANDOUT_PAINT_PALETTE_CUT_H
#define HANDOUT_PAINT_PALETTE_CUT_H

#include "paint/palette.h"

/* True when the colour is one of those that are kept as they are. */
bool png_colors_have(const struct png_colors *colors, struct color color);

/*
 * Fills `palette` and gives each pixel the nearest of its colours, one byte a pixel in `indexes`,
 * which has room for all of them, and for a byte before each row, which is left as it is; the exact
 * ones of `colors` stay as they are. False, with both undefined, when so few colours would show: a
 * photograph keeps all of its own.
 */
bool palette_cut(const struct raster *raster, const struct png_colors *colors,
                 struct palette *palette, uint8_t *indexes);

#endif
