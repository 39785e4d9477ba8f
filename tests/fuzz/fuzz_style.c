/*
 * Any bytes as style.yaml: numbers, lengths and colours. What is let through is within its limits.
 */
#include "content/style.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *path = fuzz_file(data, size);
    struct diag *diag = diag_new(false);
    struct style *style = style_load(path, diag);
    g_assert_true(style || diag_errors(diag) > 0);
    if (style) {
        g_assert_cmpint(style->screen.width_px, >, 0);
        g_assert_cmpint(style->screen.height_px, >, 0);
        g_assert_true(style->screen.diagonal_in > 0 && style->screen.distance_mm > 0);
        g_assert_true(style->screen.overscan >= 0 && style->screen.overscan < 0.5);
        g_assert_true(paper_sheet(style->paper).width > 0);
    }
    style_free(style);
    fuzz_print(diag);
    diag_free(diag);
    return 0;
}
