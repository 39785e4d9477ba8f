/* Facts: what a reader must find on one line. */
#include "scratch.h"

#include "content/facts.h"

static void collect(size_t start, size_t end, void *data)
{
    size_t range[] = {start, end};
    g_array_append_vals(data, range, 1);
}

/* Compares the ranges of `text`, joined by '|', with `wanted`. */
static void assert_ranges(const char *text, const GArray *ranges, const char *wanted)
{
    g_autoptr(GString) found = g_string_new(NULL);
    for (guint i = 0; i < ranges->len; i++) {
        const size_t *range = (const size_t *)(void *)ranges->data + 2 * i;
        if (i > 0)
            g_string_append_c(found, '|');
        g_string_append_len(found, text + range[0], (gssize)(range[1] - range[0]));
    }
    assert_string_equal(found->str, wanted);
}

/* The same of the facts, kind by kind. */
static void assert_facts(const char *text, const char *wanted)
{
    g_autoptr(GArray) ranges = g_array_new(FALSE, FALSE, 2 * sizeof(size_t));
    static const char *const abbreviations[] = {"Dr.", "No.", "a.m.", "Sr.", NULL};
    facts_find(text, abbreviations, collect, ranges);
    assert_ranges(text, ranges, wanted);
}

/* The same of blanks to fill in with their words. */
static void assert_asked(const char *text, const char *wanted)
{
    g_autoptr(GArray) ranges = g_array_new(FALSE, FALSE, 2 * sizeof(size_t));
    facts_find_asked(text, collect, ranges);
    assert_ranges(text, ranges, wanted);
}

static void numbers_to_call_are_facts(void **state)
{
    (void)state;
    assert_facts("Call (555) 010-0199 today.", "(555) 010-0199");
    assert_facts("Call +1 555 010 0199, or 555.010.0199.", "+1 555 010 0199|555.010.0199");
    assert_facts("Dial 555-0199.", "555-0199");
    assert_facts("Room 12, floor 3", "");
}

/* As scripts without capitals do: a code of other letters is none of their facts. */
static void words_may_be_written_onto_facts(void **state)
{
    (void)state;
    assert_facts("请致电503-234-5678转12。", "503-234-5678");
    assert_facts("503-234-5678로 전화", "503-234-5678|503-234-5678로");
    assert_facts("اتصل بـ503-234-5678 الآن", "503-234-5678|بـ503-234-5678");
    assert_facts("服用5 mg或", "5 mg");
    assert_facts("38.5 °C에서", "38.5 °C");
    assert_facts("在9:30到", "9:30");
    assert_facts("A503-234-5678B", "A503-234-5678B");
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
    assert_facts("antes del 12 de mayo de 2026.", "12 de mayo de 2026");
    assert_facts("12 মে, 2026", "12 মে, 2026");
    assert_facts("ngày 12 tháng 5, 2026", "12 tháng 5, 2026");
    assert_facts("请在2026年5月12日前", "2026年5月12日");
    assert_facts("2026년 5월 12일까지, 5월 14일", "2026년 5월 12일|5월 14일");
    assert_facts("2026年5月から", "2026年5月");
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
    assert_facts("the day-to-day self-care of 5-year olds", "day-to-day|self-care|5-year");
    assert_facts("an en dash – or a dash at the end-", "");
}

static void numbers_keep_what_they_count(void **state)
{
    (void)state;
    assert_facts("Take 1,250.7 mg now", "1,250.7 mg");
    assert_facts("10–12 mg, 5 mmol/L, 5 mg/kg", "10–12 mg|5 mmol/L|5 mg/kg|mmol/L|mg/kg");
    assert_facts("costs 5 € or $5–7, £ 3.50", "5 €|$5–7|£ 3.50");
    assert_facts("2–3 times", "2–3");
    assert_facts("10⁶–10⁹, 10⁻⁶–10⁻⁹", "10⁶–10⁹|10⁻⁶–10⁻⁹");
    assert_facts("5′ 11″, 5' 11\", 5’ 11½”, 5 ft 11 in", "5′ 11″|5' 11\"|5’ 11½”|5 ft 11 in");
    assert_facts("if > 38 take 2 x 3, in 10 000 cases", "> 38|2 x 3|10 000");
    assert_facts("the 3-in-1 for COVID-19", "3-in-1|COVID-19");
    assert_facts("call (TTY: 711) or TTY 711", "(TTY: 711)|TTY 711");
    assert_facts("see you at 6 pm", "6 pm");
    assert_facts("5 more", "");
    assert_facts("in 2026 and 5 people", "");
}

static void bars_join_in_running_text(void **state)
{
    (void)state;
    assert_facts("Syrup (250mg/5ml) twice", "250mg/5ml|250mg/5ml");
    assert_facts("5 mg / 1.5 mL or mg/5 ml", "5 mg|1.5 mL|5 ml|5 mg / 1.5 mL|mg/5 ml|mg/5");
    assert_facts("at 30 km/h and/or 1/2.", "30 km/h|km/h|and/or|1/2");
    assert_facts("120/80 mmHg, 5 mg/kg/day", "120/80 mmHg|5 mg/kg|120/80|mg/kg/day");
    assert_facts("take 1 1/2 or 2 ½ tablets", "1 1/2|2 ½|1/2");
    assert_facts("this / that, //, 三天/四天", "");
    assert_facts("see https://clinic.example/a/b", "https://clinic.example/a/b");
}

static void abbreviations_keep_what_follows(void **state)
{
    (void)state;
    assert_facts("Ask Dr. N. Lee.", "Dr. N. Lee.");
    assert_facts("Room No. 5, Sr. Gómez", "No. 5,|Sr. Gómez");
    assert_facts("at the a.m. visit", "");
    assert_facts("Ms. Lee", "");
    assert_facts("Sr. Őry", "Sr. Őry");
    assert_facts("Dr. অনিল", "");
    assert_facts("by J. L. Smith", "J. L. Smith");
    assert_facts("Take vitamin C. The rest", "");
}

static void groups_of_a_number_are_one_fact(void **state)
{
    (void)state;
    assert_facts("IBAN GB29 NWBK 6016 1331 9268 19, please",
                 "6016 1331 9268 19|NWBK 6016|GB29 NWBK 6016 1331 9268 19");
    assert_facts("to SA03 8000 0000 6080 1016 7519.",
                 "8000 0000 6080 1016 7519|SA03 8000 0000 6080 1016 7519");
    assert_facts("in 2025 ABCD", "");
}

static void blanks_to_fill_in_are_facts(void **state)
{
    (void)state;
    assert_facts("born on __/__/____, call (___) ___-____.", "__/__/____|(___) ___-____");
    assert_facts("I weigh ____ kg and pay $ ____", "____ kg|$ ____");
    assert_facts("at ____. ____ times", "____|____");
    assert_facts("snake_case", "");
}

static void blanks_stand_with_what_asks_for_them(void **state)
{
    (void)state;
    assert_asked("Fill in. My name is ____. Date of the last visit: ____ Sign: ____",
                 "is ____|visit: ____|Sign: ____");
    assert_asked("I am ill. ____ days, then ____", "____ days|then ____");
    assert_asked("____", "");
}

static void ignore(size_t start, size_t end, void *data)
{
    (void)start, (void)end, (void)data;
}

/* Of a length whose square takes a minute; all of them take a moment. */
static void long_rows_take_no_time_to_speak_of(void **state)
{
    static const char *const parts[] = {"1-", "1.", "a,", "A.",  "_",     "a-", "a.b@",
                                        "1 ", "/",  "-",  "a_-", "1-a_-", "x "};
    (void)state;
    gint64 start = g_get_monotonic_time();
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        GString *row = g_string_new(NULL);
        while (row->len < 60000)
            g_string_append(row, parts[i]);
        facts_find(row->str, NULL, ignore, NULL);
        facts_find_asked(row->str, ignore, NULL);
        g_string_free(row, TRUE);
    }
    assert_true(g_get_monotonic_time() - start < 30 * G_USEC_PER_SEC);
}

/* What is looked for first must be found wherever it can stand. */
static void every_tie_is_seen(void **state)
{
    (void)state;
    assert_facts("5 mg的 10⁹ L, 5\u202f½, ٣ kg, 5 mmHg.", "5 mg|10⁹ L|5\u202f½|٣ kg|5 mmHg");
    assert_facts("A.B. Lee, (TTY: 711), €5, 5\u00a0%, AB 5",
                 "A.B. Lee|(TTY: 711)|€5|5\u00a0%|AB 5");
    assert_facts("5′ 11″, 5 ft 11, 5° 6 °C, 5—6", "5′ 11″|5 ft 11|6 °C|5—6");
    assert_facts("2 x 5, > 5, 5–6, 5 000, ≥\u00a05", "5–6|2 x 5|> 5|5 000");
    assert_facts("5月12日, Page 2 of 4, 1234 AB12 CD34 9", "5月12日|1234 AB12 CD34 9");
}

static void the_first_of_a_number_and_of_words_counts(void **state)
{
    (void)state;
    assert_facts("a 3-in-1 5 mg-tab well-being 20 mg", "3-in-1|5 mg|well-being|20 mg");
    assert_facts("x@a-b, a_b-c, a-b_, a--b, 12-5, -a, b-", "");
    assert_facts("a-b-c_ and day\u2010to-day² 日本-a", "a-b|day\u2010to");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_to_call_are_facts),
        cmocka_unit_test(words_may_be_written_onto_facts),
        cmocka_unit_test(addresses_are_facts),
        cmocka_unit_test(dates_are_facts),
        cmocka_unit_test(doses_and_times_are_facts),
        cmocka_unit_test(joined_words_are_facts),
        cmocka_unit_test(numbers_keep_what_they_count),
        cmocka_unit_test(bars_join_in_running_text),
        cmocka_unit_test(abbreviations_keep_what_follows),
        cmocka_unit_test(groups_of_a_number_are_one_fact),
        cmocka_unit_test(blanks_to_fill_in_are_facts),
        cmocka_unit_test(blanks_stand_with_what_asks_for_them),
        cmocka_unit_test(every_tie_is_seen),
        cmocka_unit_test(the_first_of_a_number_and_of_words_counts),
        cmocka_unit_test(long_rows_take_no_time_to_speak_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
