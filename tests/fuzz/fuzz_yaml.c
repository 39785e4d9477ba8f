/*
 * Any bytes as clinic.yaml: the YAML reader, the tables of keys, the checks of each fact, the
 * opening hours in words, and the editor's checks.
 */
#include "content/clinic.h"
#include "content/hours.h"
#include "examine/check.h"
#include "fuzz.h"

static void say_hours(const GArray *hours)
{
    g_autoptr(GPtrArray) rows = hours_table(hours, fuzz_labels());
    for (guint i = 0; i < rows->len; i++) {
        g_autofree char *words = hours_row_in_words(rows->pdata[i], fuzz_labels());
        g_assert_true(g_utf8_validate(words, -1, NULL));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *path = fuzz_file(data, size);
    struct diag *diag = diag_new(false);
    struct clinic *clinic = clinic_load(path, diag);
    g_assert_true(clinic || diag_errors(diag) > 0);
    if (clinic) {
        say_hours(clinic->hours);
        check_clinic(clinic, DEPTH_FULL, diag);
    }
    clinic_free(clinic);
    fuzz_print(diag);
    diag_free(diag);
    return 0;
}
