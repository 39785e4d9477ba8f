/*
 * Any bytes as the file of a picture or a logo: refused with a finding, or pixels as many as it
 * says, and no more than it may have.
 */
#include "content/image.h"
#include "fuzz.h"

static void check_image(struct image *image, const struct diag *diag)
{
    g_assert_true((image != NULL) == (diag_errors(diag) == 0));
    if (image) {
        g_assert_cmpint(image->width_px, >, 0);
        g_assert_cmpint(image->height_px, >, 0);
        g_assert_cmpuint(g_bytes_get_size(image->rgb), ==,
                         (gsize)image->width_px * (gsize)image->height_px * 3);
    }
    image_free(image);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_free(fuzz_file(data, size));
    struct diag *diag = diag_new(false), *of_logo = diag_new(false);
    check_image(image_load(fuzz_directory, "input", (struct pos){0}, diag), diag);
    check_image(image_load_logo(fuzz_directory, "input", (struct pos){0}, of_logo), of_logo);
    fuzz_print(diag);
    diag_free(diag);
    diag_free(of_logo);
    return 0;
}
