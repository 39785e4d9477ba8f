/*
 * What pixels tell, and who makes them.
 */
#include "content/image_pixels.h"

#include <string.h>

/* Share of the pixels of a photograph that have a colour of their own: a camera's grain leaves few
 * that are like their neighbours, while areas and lines that were drawn are mostly those. Measured:
 * 0.78 and more in photographs of cameras and telephones, 0.21 and less in screenshots, drawn pages
 * and shaded drawings; this is midway by factors. */
#define GRAIN 0.4

bool image_pixels_are_grained(const uint8_t *rgb, size_t width, size_t height)
{
    size_t own = 0;
    for (size_t y = 1; y < height; y++)
        for (size_t x = 1; x < width; x++) {
            const uint8_t *pixel = rgb + (y * width + x) * 3;
            own += memcmp(pixel, pixel - 3, 3) != 0 && memcmp(pixel, pixel - width * 3, 3) != 0;
        }
    return (double)own > GRAIN * (double)(width * height);
}

const struct image_plugin *image_pixels_plugin(void)
{
    static struct plugin plugin = {.name = "image", .work = "its part for pictures"};
    return plugin_open(&plugin);
}
