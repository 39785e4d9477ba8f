/*
 * Makes pictures as small as what they show allows. A photograph is coded with the best quality
 * that keeps it within its share of a PDF; all of these still look whole in print.
 */
#include "content/image_file.h"

#include "content/image_pixels.h"

#include <math.h>

/* So that a PDF with one photograph stays below 400 KB, which any mailbox takes. [bytes] */
#define PHOTO_LIMIT (320 * 1000)

static const int qualities[] = {88, 80, 72, 64, 56};

static GBytes *scale(const struct image *image, int width_px, int height_px)
{
    if (width_px == image->width_px && height_px == image->height_px)
        return g_bytes_ref(image->rgb);
    return image_pixels_plugin()->scale(image->rgb, image->width_px, image->height_px, width_px,
                                        height_px);
}

static GBytes *code(GBytes *rgb, int width_px, int height_px)
{
    const uint8_t *pixels = g_bytes_get_data(rgb, NULL);
    GBytes *file = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(qualities); i++) {
        g_clear_pointer(&file, g_bytes_unref);
        file = image_pixels_plugin()->write_jpeg(pixels, width_px, height_px, qualities[i]);
        if (g_bytes_get_size(file) <= PHOTO_LIMIT)
            break;
    }
    return file;
}

struct image_file image_file_make(const struct image *image, double most_px)
{
    if (image->jpeg)
        return (struct image_file){.width_px = image->width_px,
                                   .height_px = image->height_px,
                                   .jpeg = true,
                                   .gray = image->jpeg_gray,
                                   .bytes = g_bytes_ref(image->jpeg)};
    double factor = MIN(1, ceil(most_px) / image->width_px);
    struct image_file file = {.width_px = MAX(1, (int)lround(image->width_px * factor)),
                              .height_px = MAX(1, (int)lround(image->height_px * factor)),
                              .jpeg = image->photograph};
    file.bytes = scale(image, file.width_px, file.height_px);
    if (!image->photograph)
        return file;
    g_autoptr(GBytes) rgb = file.bytes;
    file.bytes = code(rgb, file.width_px, file.height_px);
    return file;
}
