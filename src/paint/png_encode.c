/*
 * PNG files through libpng. The pixels of text screens are few colours, which libdeflate packs as
 * they are (see `pack_indexes`); the rare page with a photograph takes libpng's usual way. Awkward:
 * libpng reports errors by longjmp, so
 * everything between setjmp and the end of writing lives in one struct and owns nothing that a jump
 * could lose.
 */
#include "paint/png_encode.h"

#include "base/deflate.h"
#include "base/no_memory.h"
#include "paint/palette.h"

#include <math.h>
#include <png.h>
#include <string.h>

/* Large enough that a text screen is one IDAT chunk. [bytes] */
#define OUTPUT_BUFFER (64 * 1024)

#define INDEXED_LEVEL 6

/* As many colours as half a byte can tell apart. */
#define SMALL_PALETTE 16

#define N_TEXTS 3

#define MAKER "handout"

struct encoder {
    png_struct *png;
    png_info *info;
    const struct raster *raster;
    const struct palette *palette;
    GByteArray *indexes; /* packed; NULL: write RGB */
    uint8_t *rgb_row;
    GByteArray *out;
    char *error;
};

static void on_error(png_struct *png, const char *message)
{
    struct encoder *encoder = png_get_error_ptr(png);
    encoder->error = g_strdup(message);
    png_longjmp(png, 1);
}

/* libpng warns of what it mends itself; nothing that we pass on is open to doubt. */
static void on_warning(png_struct *png, const char *message)
{
    (void)png;
    (void)message;
}

static void on_write(png_struct *png, png_byte *data, size_t length)
{
    struct encoder *encoder = png_get_io_ptr(png);
    g_byte_array_append(encoder->out, data, (guint)length);
}

static void on_flush(png_struct *png)
{
    (void)png;
}

static png_text text_chunk(const char *key, const char *text, const char *lang)
{
    return (png_text){.compression = PNG_ITXT_COMPRESSION_NONE,
                      .key = (char *)key,
                      .text = (char *)text,
                      .itxt_length = strlen(text),
                      .lang = (char *)lang};
}

static void set_facts(struct encoder *encoder, const struct png_facts *facts)
{
    png_uint_32 density = (png_uint_32)lround(facts->px_per_metre);
    png_text texts[N_TEXTS] = {
        text_chunk("Software", MAKER, ""),
        text_chunk("Title", facts->title, facts->lang),
        text_chunk("Description", facts->description, facts->lang),
    };
    png_set_sRGB(encoder->png, encoder->info, PNG_sRGB_INTENT_RELATIVE);
    png_set_pHYs(encoder->png, encoder->info, density, density, PNG_RESOLUTION_METER);
    png_set_text(encoder->png, encoder->info, texts, N_TEXTS);
}

static bool is_small(const struct palette *palette)
{
    return palette->n_colors <= SMALL_PALETTE;
}

static void set_header(struct encoder *encoder)
{
    int bits = encoder->indexes && is_small(encoder->palette) ? 4 : 8;
    png_set_IHDR(encoder->png, encoder->info, (png_uint_32)encoder->raster->width_px,
                 (png_uint_32)encoder->raster->height_px, bits,
                 encoder->indexes ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
}

static void set_palette(struct encoder *encoder)
{
    png_color colors[PALETTE_SIZE];
    const struct palette *palette = encoder->palette;
    for (size_t i = 0; i < palette->n_colors; i++)
        colors[i] = (png_color){palette->colors[i].r, palette->colors[i].g, palette->colors[i].b};
    png_set_PLTE(encoder->png, encoder->info, colors, (int)palette->n_colors);
}

/* Puts two indexes into each byte, the first one into its upper half. Returns how long rows are
 * then. [bytes] */
static size_t halve(uint8_t *indexes, size_t width, size_t height)
{
    uint8_t *to = indexes;
    for (size_t y = 0; y < height; y++) {
        const uint8_t *from = indexes + y * (1 + width);
        *to++ = *from++;
        for (size_t x = 0; x < width; x += 2)
            *to++ = (uint8_t)(from[x] << 4 | (x + 1 < width ? from[x + 1] : 0));
    }
    return 1 + (width + 1) / 2;
}

/*
 * Measured on the fullest text screens at 1080p: 57 KB in 12 ms; zlib took 16 ms for 62 KB, and
 * with libpng's filters, which serve it better, no less. Level 7 saves 3 KB for 10 ms more.
 */
static GByteArray *pack_indexes(const struct raster *raster, uint8_t *indexes, bool halved)
{
    size_t width = (size_t)raster->width_px, height = (size_t)raster->height_px;
    size_t row = halved ? halve(indexes, width, height) : 1 + width;
    return deflate_bytes(indexes, height * row, INDEXED_LEVEL);
}

/* libpng looks for pixels that went through its own hands: it ends no file without them. */
static void write_indexed(struct encoder *encoder)
{
    png_write_info(encoder->png, encoder->info);
    png_write_chunk(encoder->png, (png_const_bytep) "IDAT", encoder->indexes->data,
                    encoder->indexes->len);
    png_write_chunk(encoder->png, (png_const_bytep) "IEND", NULL, 0);
}

static void write_rgb(struct encoder *encoder)
{
    png_set_filter(encoder->png, PNG_FILTER_TYPE_BASE, PNG_FAST_FILTERS);
    png_write_info(encoder->png, encoder->info);
    for (int y = 0; y < encoder->raster->height_px; y++) {
        const uint32_t *pixels = encoder->raster->row(encoder->raster->from, y);
        uint8_t *out = encoder->rgb_row;
        for (int x = 0; x < encoder->raster->width_px; x++) {
            *out++ = (uint8_t)(pixels[x] >> 16);
            *out++ = (uint8_t)(pixels[x] >> 8);
            *out++ = (uint8_t)pixels[x];
        }
        png_write_row(encoder->png, encoder->rgb_row);
    }
    png_write_end(encoder->png, NULL);
}

/* Everything that may jump. */
static bool write_file(struct encoder *encoder, const struct png_facts *facts)
{
    if (setjmp(png_jmpbuf(encoder->png)))
        return false;
    png_set_write_fn(encoder->png, encoder, on_write, on_flush);
    png_set_compression_buffer_size(encoder->png, OUTPUT_BUFFER);
    set_header(encoder);
    if (encoder->indexes)
        set_palette(encoder);
    set_facts(encoder, facts);
    if (encoder->indexes)
        write_indexed(encoder);
    else
        write_rgb(encoder);
    return true;
}

GBytes *png_encode(const struct raster *raster, const struct png_colors *colors,
                   const struct png_facts *facts, char **error)
{
    struct palette palette;
    g_autofree uint8_t *indexes = palette_index(raster, colors, &palette);
    g_autofree uint8_t *rgb_row = g_malloc((size_t)raster->width_px * 3);
    g_autoptr(GByteArray) packed =
        indexes ? pack_indexes(raster, indexes, is_small(&palette)) : NULL;
    struct encoder encoder = {
        .raster = raster, .palette = &palette, .indexes = packed, .rgb_row = rgb_row};
    encoder.out = g_byte_array_sized_new(OUTPUT_BUFFER);
    encoder.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &encoder, on_error, on_warning);
    encoder.info = encoder.png ? png_create_info_struct(encoder.png) : NULL;
    if (!encoder.info)
        no_memory_end();
    bool ok = write_file(&encoder, facts);
    png_destroy_write_struct(&encoder.png, &encoder.info);
    if (ok)
        return g_byte_array_free_to_bytes(encoder.out);
    no_memory_ask();
    g_byte_array_unref(encoder.out);
    *error = encoder.error;
    return NULL;
}
