/*
 * The colours that a picture file means, as sRGB.
 */
#ifndef HANDOUT_CONTENT_IMAGE_COLOR_H
#define HANDOUT_CONTENT_IMAGE_COLOR_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/*
 * Turns `n` pixels of three bytes into sRGB, as `profile` (an ICC profile, ISO 15076-1; NULL: none)
 * tells what they are. False when they are as they were: there is no profile, it tells of no
 * colours like these, or it means sRGB already, give or take what nobody sees.
 */
bool image_color_to_srgb(uint8_t *rgb, size_t n, GBytes *profile);

#endif
