/*
 * The colour profile that PDFs carry, looked at by a colour library.
 */
#include <gio/gio.h>
#include <lcms2.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static cmsHPROFILE carried(void)
{
    g_autoptr(GBytes) bytes = g_resources_lookup_data("/handout/srgb.icc", 0, NULL);
    assert_non_null(bytes);
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    cmsHPROFILE profile = cmsOpenProfileFromMem(data, (cmsUInt32Number)size);
    assert_non_null(profile);
    return profile;
}

/* A step of 255 is what rounding gives. */
static void colours_stay_what_srgb_means(void **state)
{
    (void)state;
    cmsHPROFILE from = carried(), to = cmsCreate_sRGBProfile();
    cmsHTRANSFORM transform =
        cmsCreateTransform(from, TYPE_RGB_8, to, TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC, 0);
    assert_non_null(transform);
    for (unsigned color = 0; color < 0x1000; color++) {
        uint8_t in[3] = {(uint8_t)(color >> 8 << 4), (uint8_t)(color << 0 & 0xf0),
                         (uint8_t)(color << 4)};
        uint8_t out[3];
        cmsDoTransform(transform, in, out, 1);
        for (int c = 0; c < 3; c++)
            assert_true(abs(in[c] - out[c]) <= 1);
    }
    cmsDeleteTransform(transform);
    cmsCloseProfile(from);
    cmsCloseProfile(to);
}

/* PDF/A-2 takes profiles of ICC version 2 or 4 for colours of a display (ISO 19005-2 6.2.3). */
static void it_is_one_of_a_display(void **state)
{
    (void)state;
    cmsHPROFILE profile = carried();
    assert_int_equal(cmsGetDeviceClass(profile), cmsSigDisplayClass);
    assert_int_equal(cmsGetColorSpace(profile), cmsSigRgbData);
    double version = cmsGetProfileVersion(profile);
    assert_true(version >= 2 && version < 5);
    cmsCloseProfile(profile);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colours_stay_what_srgb_means),
        cmocka_unit_test(it_is_one_of_a_display),
    };
    return cmocka_run_group_tests_name("srgb", tests, NULL, NULL);
}
