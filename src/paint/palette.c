/*
 * Colour indexing. One pass looks each colour up in a small hash table; neighbours of one colour
 * and rows that repeat the row above cost next to nothing, which is most of a text screen. Awkward:
 * letter edges blend every text colour with what is below it in up to 255 steps, too many for a
 * palette when a page uses several colours. Edges may therefore be rounded to 9 levels a channel,
 * which the eye cannot tell from 256 at a letter's edge, in the rare page that needs it to 6 (6
 * cubed is 216, which always fits).
 */
#include "paint/palette.h"

#include <string.h>

/* A power of two well above PALETTE_SIZE, so that chains stay short. */
#define SLOTS 1024

#define NO_PIXEL 0xff000000u /* no RGB24 pixel once the unused byte is masked */

struct indexer {
    struct palette *palette;
    const struct png_colors *colors;
    uint8_t rounded[256]; /* channel value -> nearest level */
    uint32_t keys[SLOTS]; /* pixel, or NO_PIXEL for a free slot */
    uint8_t values[SLOTS];
};

/* Levels of a channel to try in turn; the first leaves colours as drawn. */
static const unsigned levels[] = {256, 9, 6};

/* The nearest of `n` levels that are spread evenly from 0 to 255. */
static uint8_t round_channel(unsigned value, unsigned n)
{
    unsigned level = (value * (n - 1) + 127) / 255;
    return (uint8_t)((level * 255 + (n - 1) / 2) / (n - 1));
}

static void indexer_init(struct indexer *indexer, struct palette *palette,
                         const struct png_colors *colors, unsigned n_levels)
{
    *indexer = (struct indexer){.palette = palette, .colors = colors};
    palette->n_colors = 0;
    for (unsigned i = 0; i < SLOTS; i++)
        indexer->keys[i] = NO_PIXEL;
    for (unsigned v = 0; v < 256; v++)
        indexer->rounded[v] = round_channel(v, n_levels);
}

static struct color color_of(uint32_t pixel)
{
    return (struct color){(uint8_t)(pixel >> 16), (uint8_t)(pixel >> 8), (uint8_t)pixel};
}

static struct color round_color(const struct indexer *indexer, struct color color)
{
    for (size_t i = 0; i < indexer->colors->n_exact; i++)
        if (color_equal(indexer->colors->exact[i], color))
            return color;
    return (struct color){indexer->rounded[color.r], indexer->rounded[color.g],
                          indexer->rounded[color.b]};
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
    unsigned slot = (pixel * 2654435761u) >> 22; /* Knuth's multiplicative hash, 10 bits */
    for (unsigned probe = 0; probe < 8; probe++, slot = (slot + 1) % SLOTS) {
        if (indexer->keys[slot] == pixel) {
            *out_index = indexer->values[slot];
            return true;
        }
        if (indexer->keys[slot] == NO_PIXEL)
            break;
    }
    if (!add_color(indexer->palette, round_color(indexer, color_of(pixel)), out_index))
        return false;
    indexer->keys[slot] = pixel;
    indexer->values[slot] = *out_index;
    return true;
}

static bool index_row(struct indexer *indexer, const uint32_t *pixels, int width, uint8_t *out)
{
    uint32_t last = NO_PIXEL;
    uint8_t index = 0;
    for (int x = 0; x < width; x++) {
        uint32_t pixel = pixels[x] & 0xffffffu;
        if (pixel != last && !look_up(indexer, pixel, &index))
            return false;
        last = pixel;
        out[x] = index;
    }
    return true;
}

static bool index_rows(struct indexer *indexer, const struct raster *raster, uint8_t *out)
{
    size_t width = (size_t)raster->width_px;
    const uint8_t *above = NULL;
    for (int y = 0; y < raster->height_px; y++, out += width) {
        const uint8_t *row = raster->data + (size_t)y * raster->stride;
        if (above && memcmp(row, above, width * 4) == 0)
            memcpy(out, out - width, width);
        else if (!index_row(indexer, (const uint32_t *)(const void *)row, raster->width_px, out))
            return false;
        above = row;
    }
    return true;
}

uint8_t *palette_index(const struct raster *raster, const struct png_colors *colors,
                       struct palette *palette)
{
    g_autofree uint8_t *indexes = g_malloc((size_t)raster->width_px * (size_t)raster->height_px);
    size_t first = colors->round_others ? 1 : 0;
    size_t end = colors->round_others ? G_N_ELEMENTS(levels) : 1;
    for (size_t i = first; i < end; i++) {
        struct indexer indexer;
        indexer_init(&indexer, palette, colors, levels[i]);
        if (index_rows(&indexer, raster, indexes))
            return g_steal_pointer(&indexes);
    }
    return NULL;
}
