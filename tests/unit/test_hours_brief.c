/* Opening hours in short, for the eye. */
#include "scratch.h"

#include "content/hours.h"

static void days_in_a_row_have_short_names(void **state)
{
    static const struct {
        const char *line, *brief;
    } lines[] = {{"Mo-Fr 09:00-17:00", "Mon–Fri"},
                 {"Mo,We,Fr 09:00-17:00", "Mon, Wed and Fri"},
                 {"Sa 09:00-12:00", "Saturday"},
                 {"Sa,PH off", "Sat and Holidays"},
                 {"PH off", "Holidays"},
                 {"PH,SH off", "Public holidays and School holidays"},
                 {"Th[1] 09:00-12:00", "1st Thursday of the month"}};
    struct scratch *s = *state;
    struct labels *labels = labels_load("content/labels", "en", (struct pos){0}, s->diag);
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autoptr(GArray) rules = g_array_new(FALSE, FALSE, sizeof(struct hours));
        assert_true(hours_read(lines[i].line, rules));
        g_autoptr(GPtrArray) rows = hours_table(rules, labels);
        assert_string_equal(((const struct hours_row *)rows->pdata[0])->brief, lines[i].brief);
    }
    labels_free(labels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(days_in_a_row_have_short_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
