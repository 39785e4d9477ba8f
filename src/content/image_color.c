/*
 * Turns the colours of cameras and scanners into sRGB through lcms2, so that no profile needs to
 * travel with a picture. Awkward: most profiles say in a long way round that the picture is sRGB;
 * such pixels are better left alone, which a cube of sample colours finds out.
 */
#include "content/image_color.h"

#include <lcms2.h>
#include <stdlib.h>
#include <string.h>

/* A step of one or two of 255 is what rounding gives; none of them is seen. */
#define SAME 2

#define STEPS 6 /* of each channel in the cube of samples */

/* A gray profile reads the first of the three bytes, which are equal. */
#define GRAY_OF_THREE                                                                              \
    (COLORSPACE_SH(PT_GRAY) | CHANNELS_SH(1) | EXTRA_SH(2) | BYTES_SH(1)) /* lcms2's own notation  \
                                                                           */

/* Nothing is printed: a profile that cannot be read is as good as none. */
static void stay_silent(cmsContext context, cmsUInt32Number code, const char *text)
{
    (void)context;
    (void)code;
    (void)text;
}

static cmsHTRANSFORM transform_new(cmsContext context, GBytes *bytes)
{
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    cmsHPROFILE from = cmsOpenProfileFromMemTHR(context, data, (cmsUInt32Number)size);
    if (!from)
        return NULL;
    cmsColorSpaceSignature space = cmsGetColorSpace(from);
    cmsUInt32Number format = space == cmsSigGrayData ? GRAY_OF_THREE : TYPE_RGB_8;
    cmsHPROFILE to = cmsCreate_sRGBProfileTHR(context);
    cmsHTRANSFORM transform = NULL;
    if (space == cmsSigGrayData || space == cmsSigRgbData)
        transform = cmsCreateTransformTHR(context, from, format, to, TYPE_RGB_8,
                                          INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE);
    cmsCloseProfile(to);
    cmsCloseProfile(from);
    return transform;
}

static uint8_t sample_at(unsigned step)
{
    return (uint8_t)(step % STEPS * 255 / (STEPS - 1));
}

/* False when all of a cube of colours stay what they are; only grays for a profile of grays. */
static bool changes_colors(cmsHTRANSFORM transform)
{
    bool gray = cmsGetTransformInputFormat(transform) == GRAY_OF_THREE;
    for (unsigned i = 0; i < (gray ? STEPS : STEPS * STEPS * STEPS); i++) {
        unsigned green = gray ? i : i / STEPS, blue = gray ? i : i / STEPS / STEPS;
        const uint8_t in[3] = {sample_at(i), sample_at(green), sample_at(blue)};
        uint8_t out[3];
        cmsDoTransform(transform, in, out, 1);
        for (int c = 0; c < 3; c++)
            if (abs(in[c] - out[c]) > SAME)
                return true;
    }
    return false;
}

bool image_color_to_srgb(uint8_t *rgb, size_t n, GBytes *profile)
{
    if (!profile)
        return false;
    cmsContext context = cmsCreateContext(NULL, NULL);
    cmsSetLogErrorHandlerTHR(context, stay_silent);
    cmsHTRANSFORM transform = transform_new(context, profile);
    bool changed = transform && changes_colors(transform);
    if (changed)
        cmsDoTransform(transform, rgb, rgb, (cmsUInt32Number)n);
    if (transform)
        cmsDeleteTransform(transform);
    cmsDeleteContext(context);
    return changed;
}
