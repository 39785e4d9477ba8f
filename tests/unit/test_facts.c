/* Facts: what a reader must find on one line. */
#include "scratch.h"

#include "content/facts.h"

static void collect(size_t start, size_t end, void *data)
{
    size_t range[] = {start, end};
    g_array_append_vals(data, range, 1);
}

/* Compares the facts of `text`, kind by kind, joined by '|', with `wanted`. */
static void assert_facts(const char *text, const char *wanted)
{
    g_autoptr(GArray) ranges = g_array_new(FALSE, FALSE, 2 * sizeof(size_t));
    g_autoptr(GString) found = g_string_new(NULL);
    facts_find(text, collect, ranges);
    for (guint i = 0; i < ranges->len; i++) {
        const size_t *range = (const size_t *)(void *)ranges->data + 2 * i;
        if (i > 0)
            g_string_append_c(found, '|');
        g_string_append_len(found, text + range[0], (gssize)(range[1] - range[0]));
    }
    assert_string_equal(found->str, wanted);
}

static void numbers_to_call_are_facts(void **state)
{
    (void)state;
    assert_facts("Call (555) 010-0199 today.", "(555) 010-0199");
    assert_facts("Call +1 555 010 0199, or 555.010.0199.", "+1 555 010 0199|555.010.0199");
    assert_facts("Dial 555-0199.", "555-0199");
    assert_facts("Room 12, floor 3", "");
}

static void addresses_are_facts(void **state)
{
    (void)state;
    assert_facts("Write to desk@clinic.example, please.", "desk@clinic.example");
    assert_facts("See https://clinic.example/a?c=d (new)", "https://clinic.example/a?c=d");
    assert_facts("me @ home", "");
}

static void dates_are_facts(void **state)
{
    (void)state;
    assert_facts("On 12 May 2026 or May 12, 2026.", "12 May 2026|May 12, 2026");
    assert_facts("am 3. August 2026", "3. August 2026");
    assert_facts("in May of 2026", "");
}

static void doses_and_times_are_facts(void **state)
{
    (void)state;
    assert_facts("Take 20 mg at 8:30 am, 2.5 mL later", "8:30 am|20 mg|2.5 mL");
    assert_facts("120 % of 37 °C", "120 %|37 °C");
    assert_facts("20 minutes", "");
}

static void joined_words_are_facts(void **state)
{
    (void)state;
    assert_facts("the day-to-day self-care of 5-year olds", "day-to-day|self-care");
    assert_facts("an en dash – or a dash at the end-", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_to_call_are_facts), cmocka_unit_test(addresses_are_facts),
        cmocka_unit_test(dates_are_facts),           cmocka_unit_test(doses_and_times_are_facts),
        cmocka_unit_test(joined_words_are_facts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
