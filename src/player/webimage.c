/*
 * Pictures for the browser player.
 */
#include "player/webimage.h"

#include "content/image_file.h"
#include "paint/png_encode.h"

/* 96 pixels an inch: what a picture without a size is taken for. */
#define PX_PER_METRE (96 / 0.0254)

struct source {
    const uint8_t *rgb;
    uint32_t *row; /* the pixels of one, spread out to four bytes as the encoder wants them */
    int width_px;
};

static const uint32_t *spread_row(void *from, int y)
{
    struct source *source = from;
    const uint8_t *rgb = source->rgb + 3 * (size_t)source->width_px * (size_t)y;
    for (int x = 0; x < source->width_px; x++, rgb += 3)
        source->row[x] = (uint32_t)rgb[0] << 16 | (uint32_t)rgb[1] << 8 | rgb[2];
    return source->row;
}

static GBytes *encode(const struct image_file *image)
{
    g_autofree uint32_t *row = g_new(uint32_t, (size_t)image->width_px);
    struct source source = {
        .rgb = g_bytes_get_data(image->bytes, NULL), .row = row, .width_px = image->width_px};
    struct raster raster = {.width_px = image->width_px,
                            .height_px = image->height_px,
                            .row = spread_row,
                            .from = &source,
                            .band_px = 1};
    struct png_facts facts = {
        .title = "", .description = "", .lang = "", .px_per_metre = PX_PER_METRE};
    struct png_colors colors = {0};
    g_autofree char *error = NULL;
    return png_encode(&raster, &colors, &facts, &error);
}

struct webimage *webimage_new(const struct image *image, int most_px)
{
    struct webimage *webimage = g_new0(struct webimage, 1);
    struct image_file file = image_file_make(image, most_px);
    webimage->bytes = file.jpeg ? g_bytes_ref(file.bytes) : encode(&file);
    g_bytes_unref(file.bytes);
    if (!webimage->bytes)
        webimage->bytes = g_bytes_new_static("", 0);
    webimage->sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, webimage->bytes);
    webimage->src = g_strdup_printf("images/%.12s.%s", webimage->sha256, file.jpeg ? "jpg" : "png");
    return webimage;
}

void webimage_free(struct webimage *webimage)
{
    g_bytes_unref(webimage->bytes);
    g_free(webimage->src);
    g_free(webimage->sha256);
    g_free(webimage);
}
