/*
 * Colours are counted first; then the box of them that is farthest from its middle in sum is halved
 * until there are as many as the palette holds. Drawings and smooth grounds come out so near that
 * no eye tells, without the noise of dithering, which no packing makes small.
 */
#include "paint/palette_cut.h"

#include <string.h>

/* More colours than this are a photograph's. A table twice as large finds them fast. */
#define MOST_COLORS 32768
#define SLOT_BITS   16
#define SLOTS       (1u << SLOT_BITS)

/* Mean square of the distance from a pixel to its new colour that no eye sees on smooth grounds,
 * where it is sharpest. [levels of 255, squared, of all three channels] */
#define MOST_ERROR 3.0

bool png_colors_have(const struct png_colors *colors, struct color color)
{
    for (size_t i = 0; i < colors->n_exact; i++)
        if (color_equal(colors->exact[i], color))
            return true;
    return false;
}

enum { RED, GREEN, BLUE, CHANNELS };

struct shade {
    uint8_t channel[CHANNELS];
    uint8_t index; /* in the palette */
    uint64_t count;
};

/* Shades of colours that lie near each other: some that follow each other in the count. */
struct box {
    struct shade *shades;
    size_t n;
    double spread; /* sum of squares of the distances from the mean, of its longest side */
    double error;  /* the same of all sides */
    double mean[CHANNELS];
    unsigned longest; /* the channel in which it is longest */
};

struct count {
    struct shade *shades; /* room for MOST_COLORS */
    size_t n;
    uint32_t *slots; /* SLOTS: index into `shades` + 1; 0: free */
};

static uint32_t pixel_of(const struct shade *shade)
{
    return (uint32_t)shade->channel[RED] << 16 | (uint32_t)shade->channel[GREEN] << 8 |
           shade->channel[BLUE];
}

/* The slot of a pixel, or the free one that it would take. */
static uint32_t *find_slot(const struct count *count, uint32_t pixel)
{
    unsigned slot = (pixel * 2654435761u) >> (32 - SLOT_BITS); /* Knuth's multiplicative hash */
    while (count->slots[slot] && pixel_of(&count->shades[count->slots[slot] - 1]) != pixel)
        slot = (slot + 1) % SLOTS;
    return &count->slots[slot];
}

/* The shade of a pixel; NULL: there are too many. */
static struct shade *find_shade(struct count *count, uint32_t pixel)
{
    uint32_t *slot = find_slot(count, pixel);
    if (*slot)
        return &count->shades[*slot - 1];
    if (count->n == MOST_COLORS)
        return NULL;
    struct shade *shade = &count->shades[count->n++];
    *shade =
        (struct shade){.channel = {(uint8_t)(pixel >> 16), (uint8_t)(pixel >> 8), (uint8_t)pixel}};
    *slot = (uint32_t)count->n;
    return shade;
}

static bool count_shades(struct count *count, const struct raster *raster)
{
    struct shade *shade = NULL;
    for (int y = 0; y < raster->height_px; y++) {
        const uint32_t *row = raster->row(raster->from, y);
        for (int x = 0; x < raster->width_px; x++) {
            uint32_t pixel = row[x] & 0xffffffu;
            if (!shade || pixel_of(shade) != pixel)
                shade = find_shade(count, pixel);
            if (!shade)
                return false;
            shade->count++;
        }
    }
    return true;
}

/* Where the colours of the box lie. */
static void measure(struct box *box)
{
    double weight = 0, sum[CHANNELS] = {0}, squares[CHANNELS] = {0};
    for (size_t i = 0; i < box->n; i++) {
        const struct shade *shade = &box->shades[i];
        weight += (double)shade->count;
        for (unsigned c = 0; c < CHANNELS; c++) {
            double part = (double)shade->count * shade->channel[c];
            sum[c] += part;
            squares[c] += part * shade->channel[c];
        }
    }
    box->spread = box->error = 0;
    for (unsigned c = 0; c < CHANNELS; c++) {
        double mean = sum[c] / weight, spread = squares[c] - sum[c] * mean;
        box->mean[c] = mean;
        box->error += MAX(spread, 0);
        box->longest = spread > box->spread ? c : box->longest;
        box->spread = MAX(box->spread, spread);
    }
}

static struct box box_new(struct shade *shades, size_t n)
{
    struct box box = {.shades = shades, .n = n};
    measure(&box);
    return box;
}

/* Moves shades that are at most the mean in the longest channel to the front; returns how many. */
static size_t part(struct box *box)
{
    size_t low = 0;
    for (size_t i = 0; i < box->n; i++) {
        struct shade shade = box->shades[i];
        if (shade.channel[box->longest] > box->mean[box->longest])
            continue;
        box->shades[i] = box->shades[low];
        box->shades[low++] = shade;
    }
    return low;
}

/* Halves boxes until there are `most`; returns how many there are. */
static size_t cut(struct box *boxes, size_t n, size_t most)
{
    while (n < most) {
        struct box *widest = &boxes[0];
        for (size_t i = 1; i < n; i++)
            widest = boxes[i].spread > widest->spread ? &boxes[i] : widest;
        if (widest->spread <= 0)
            break;
        size_t low = part(widest), high = widest->n - low;
        boxes[n++] = box_new(widest->shades + low, high);
        *widest = box_new(widest->shades, low);
    }
    return n;
}

/* Moves the exact colours to the front, each with a place in the palette; returns how many. */
static size_t take_exact(struct count *count, const struct png_colors *colors,
                         struct palette *palette)
{
    size_t taken = 0;
    for (size_t i = 0; i < count->n; i++) {
        struct shade shade = count->shades[i];
        struct color color = {shade.channel[RED], shade.channel[GREEN], shade.channel[BLUE]};
        if (taken == PALETTE_SIZE / 2 || !png_colors_have(colors, color))
            continue;
        shade.index = (uint8_t)taken;
        palette->colors[taken] = color;
        count->shades[i] = count->shades[taken];
        count->shades[taken++] = shade;
    }
    return taken;
}

/* Gives the shades of each box its mean as their colour; returns the sum of errors. */
static double take_boxes(struct box *boxes, size_t n, struct palette *palette)
{
    double error = 0;
    for (size_t i = 0; i < n; i++) {
        const double *mean = boxes[i].mean;
        error += boxes[i].error;
        for (size_t k = 0; k < boxes[i].n; k++)
            boxes[i].shades[k].index = (uint8_t)palette->n_colors;
        palette->colors[palette->n_colors++] = (struct color){
            (uint8_t)(mean[RED] + 0.5), (uint8_t)(mean[GREEN] + 0.5), (uint8_t)(mean[BLUE] + 0.5)};
    }
    return error;
}

/* The shades have moved since they were counted. */
static void find_again(struct count *count)
{
    memset(count->slots, 0, SLOTS * sizeof *count->slots);
    for (size_t i = 0; i < count->n; i++)
        *find_slot(count, pixel_of(&count->shades[i])) = (uint32_t)i + 1;
}

static void write_indexes(struct count *count, const struct raster *raster, uint8_t *indexes)
{
    const struct shade *shade = &count->shades[0];
    for (int y = 0; y < raster->height_px; y++) {
        const uint32_t *row = raster->row(raster->from, y);
        indexes++; /* how it is filtered */
        for (int x = 0; x < raster->width_px; x++) {
            uint32_t pixel = row[x] & 0xffffffu;
            if (pixel_of(shade) != pixel)
                shade = find_shade(count, pixel);
            *indexes++ = shade->index;
        }
    }
}

static bool choose(struct count *count, const struct png_colors *colors, struct palette *palette,
                   double most_error)
{
    struct box boxes[PALETTE_SIZE];
    size_t exact = take_exact(count, colors, palette);
    palette->n_colors = exact;
    if (exact == count->n)
        return true;
    boxes[0] = box_new(count->shades + exact, count->n - exact);
    size_t n = cut(boxes, 1, PALETTE_SIZE - exact);
    return take_boxes(boxes, n, palette) <= most_error;
}

bool palette_cut(const struct raster *raster, const struct png_colors *colors,
                 struct palette *palette, uint8_t *indexes)
{
    g_autofree struct shade *shades = g_new(struct shade, MOST_COLORS);
    g_autofree uint32_t *slots = g_new0(uint32_t, SLOTS);
    struct count count = {.shades = shades, .slots = slots};
    double pixels = (double)raster->width_px * raster->height_px;
    if (!count_shades(&count, raster) || !choose(&count, colors, palette, MOST_ERROR * pixels))
        return false;
    find_again(&count);
    write_indexes(&count, raster, indexes);
    return true;
}
