/*
 * Colour indexing. One pass looks each colour up in a small hash table; neighbours of one colour
 * and rows that repeat the row above cost next to nothing, which is most of a text screen. Awkward:
 * letter edges blend every text colour with what is below it in up to 255 steps, too many for a
 * palette and for a small file. Where the caller allows it, a blend is therefore moved to the
 * nearest of a few steps between two of the page's own colours, so that edges keep their hue.
 */
#include "paint/palette.h"

#include "paint/palette_cut.h"

#include <math.h>
#include <string.h>

/* A power of two above the number of blends that pages have, so that chains stay short. */
#define SLOT_BITS 12
#define SLOTS     (1u << SLOT_BITS)

#define NO_PIXEL 0xff000000u /* no RGB24 pixel once the unused byte is masked */

/* Steps from one colour to another at a letter's edge: the eye cannot tell 6 from 255 at screen
 * size. */
#define BLEND_STEPS 6

/* Steps of a channel where blends between all pairs of colours would be too many. */
#define CHANNEL_STEPS 5

struct indexer {
    struct palette *palette;
    const struct png_colors *colors;
    struct color (*simplify)(const struct png_colors *colors, struct color color);
    uint32_t keys[SLOTS]; /* pixel, or NO_PIXEL for a free slot */
    uint8_t values[SLOTS];
};

static void indexer_init(struct indexer *indexer, struct palette *palette,
                         const struct png_colors *colors)
{
    indexer->palette = palette;
    indexer->colors = colors;
    palette->n_colors = 0;
    for (unsigned i = 0; i < SLOTS; i++)
        indexer->keys[i] = NO_PIXEL;
}

static struct color keep(const struct png_colors *colors, struct color color)
{
    (void)colors;
    return color;
}

static double distance(struct color a, struct color b)
{
    int dr = a.r - b.r, dg = a.g - b.g, db = a.b - b.b;
    return dr * dr + dg * dg + db * db;
}

/* How far along the way from `a` to `b` (which differ) `color` lies, 0 to 1. */
static double share_between(struct color a, struct color b, struct color color)
{
    double along = (color.r - a.r) * (b.r - a.r) + (color.g - a.g) * (b.g - a.g) +
                   (color.b - a.b) * (b.b - a.b);
    return CLAMP(along / distance(a, b), 0, 1);
}

/* The nearest step between the two exact colours that the blend seems to be of. */
static struct color round_blend(const struct png_colors *colors, struct color color)
{
    struct color best = color;
    double best_distance = INFINITY;
    if (png_colors_have(colors, color))
        return color;
    for (size_t i = 0; i < colors->n_exact; i++)
        for (size_t j = 0; j < i; j++) {
            struct color a = colors->exact[i], b = colors->exact[j];
            double share = share_between(a, b, color);
            double off = distance(color, color_mix(a, b, share));
            if (off < best_distance) {
                best_distance = off;
                best = color_mix(a, b, round(share * BLEND_STEPS) / BLEND_STEPS);
            }
        }
    return best;
}

static uint8_t round_channel(unsigned value)
{
    unsigned step = (value * CHANNEL_STEPS + 127) / 255;
    return (uint8_t)(step * 255 / CHANNEL_STEPS);
}

static struct color round_channels(const struct png_colors *colors, struct color color)
{
    if (png_colors_have(colors, color))
        return color;
    return (struct color){round_channel(color.r), round_channel(color.g), round_channel(color.b)};
}

static struct color color_of(uint32_t pixel)
{
    return (struct color){(uint8_t)(pixel >> 16), (uint8_t)(pixel >> 8), (uint8_t)pixel};
}

/* Finds or adds a colour; false when the palette is full. */
static bool add_color(struct palette *palette, struct color color, uint8_t *out_index)
{
    size_t i = 0;
    while (i < palette->n_colors && !color_equal(palette->colors[i], color))
        i++;
    if (i == PALETTE_SIZE)
        return false;
    if (i == palette->n_colors)
        palette->colors[palette->n_colors++] = color;
    *out_index = (uint8_t)i;
    return true;
}

/*
 * The index of a pixel. The table remembers pixels as drawn, so rounding and searching happen once
 * for each; a full chain only means that a pixel is searched for again.
 */
static bool look_up(struct indexer *indexer, uint32_t pixel, uint8_t *out_index)
{
    unsigned slot = (pixel * 2654435761u) >> (32 - SLOT_BITS); /* Knuth's multiplicative hash */
    for (unsigned probe = 0; probe < 8; probe++, slot = (slot + 1) % SLOTS) {
        if (indexer->keys[slot] == pixel) {
            *out_index = indexer->values[slot];
            return true;
        }
        if (indexer->keys[slot] == NO_PIXEL)
            break;
    }
    if (!add_color(indexer->palette, indexer->simplify(indexer->colors, color_of(pixel)),
                   out_index))
        return false;
    indexer->keys[slot] = pixel;
    indexer->values[slot] = *out_index;
    return true;
}

/* How many pixels from the first one on are alike; four at a time, each beside the one before it,
 * for most of a row is. */
static int run_length(const uint32_t *pixels, int width)
{
    enum { STEP = 4 };
    int length = 1;
    while (length + STEP <= width &&
           memcmp(pixels + length, pixels + length - 1, STEP * sizeof *pixels) == 0)
        length += STEP;
    while (length < width && pixels[length] == *pixels)
        length++;
    return length;
}

static bool index_row(struct indexer *indexer, const uint32_t *pixels, int width, uint8_t *out)
{
    for (int x = 0, length; x < width; x += length) {
        uint8_t index;
        if (!look_up(indexer, pixels[x] & 0xffffffu, &index))
            return false;
        length = run_length(pixels + x, width - x);
        memset(out + x, index, (size_t)length);
    }
    return true;
}

/* Each row in `out` follows a byte that is left to `palette_index`. */
static bool index_rows(struct indexer *indexer, const struct raster *raster, uint8_t *out)
{
    size_t width = (size_t)raster->width_px;
    const uint32_t *above = NULL;
    for (int y = 0; y < raster->height_px; y++, out += 1 + width) {
        const uint32_t *row = raster->row(raster->from, y);
        bool alike = y % raster->band_px > 0 && memcmp(row, above, width * sizeof *row) == 0;
        if (alike)
            memcpy(out + 1, out - width, width);
        else if (!index_row(indexer, row, raster->width_px, out + 1))
            return false;
        above = row;
    }
    return true;
}

uint8_t *palette_index(const struct raster *raster, const struct png_colors *colors,
                       struct palette *palette)
{
    struct color (*const ways[])(const struct png_colors *, struct color) = {
        colors->round_others ? round_blend : keep, colors->round_others ? round_channels : NULL};
    size_t row = 1 + (size_t)raster->width_px, height = (size_t)raster->height_px;
    g_autofree uint8_t *indexes = g_malloc(row * height);
    for (size_t y = 0; y < height; y++)
        indexes[y * row] = PNG_UNFILTERED;
    for (size_t i = 0; i < G_N_ELEMENTS(ways) && ways[i]; i++) {
        struct indexer indexer = {.simplify = ways[i]};
        indexer_init(&indexer, palette, colors);
        if (index_rows(&indexer, raster, indexes))
            return g_steal_pointer(&indexes);
    }
    return palette_cut(raster, colors, palette, indexes) ? g_steal_pointer(&indexes) : NULL;
}
