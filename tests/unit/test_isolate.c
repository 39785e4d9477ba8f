/* Facts that read by themselves in words of another direction. */
#include "scratch.h"

#include "content/isolate.h"

#include <time.h>

/* Compares the facts of `text`, joined by '|', with `wanted`. */
static void assert_facts(const char *lang, const char *text, const char *wanted)
{
    g_autoptr(GArray) facts = isolate_find(text, lang);
    g_autoptr(GString) found = g_string_new(NULL);
    for (guint i = 0; i < facts->len; i++) {
        struct range fact = g_array_index(facts, struct range, i);
        if (i > 0)
            g_string_append_c(found, '|');
        g_string_append_len(found, text + fact.start, (gssize)(fact.end - fact.start));
    }
    assert_string_equal(found->str, wanted);
}

static void telephones_are_facts_in_any_grouping(void **state)
{
    (void)state;
    assert_facts(
        "ar", "اتصل على +1 503 234 5678 أو (503) 234-5678 أو 503-234-5678 أو \u200f503.234.5678.",
        "+1 503 234 5678|(503) 234-5678|503-234-5678|503.234.5678");
    assert_facts("he", "טלפון: 03-612-4478 או +972 (3) 612-4478.", "03-612-4478|+972 (3) 612-4478");
    assert_facts("ar", "+1 503 234 5678 (8:00\u201316:30)", "+1 503 234 5678|8:00|16:30");
    assert_facts("ar", "503-234-5678 (8-16)، (503-234-5678)", "503-234-5678|8|16|(503-234-5678)");
    assert_facts("ar", "+1 (503 234 5678", "+1 (503 234 5678");
    assert_facts("he", "555-0100", "555-0100");
    assert_facts("ar", "555-0100", "555-0100");
}

static void numbers_keep_their_signs_and_units(void **state)
{
    (void)state;
    assert_facts("ar", "خذ 500 mg كل يوم، 50% من المرضى، 120/80 mmHg", "500 mg|50%|120/80 mmHg");
    assert_facts("he", "מחיר: ₪50, חום -5 או +5; HbA1c 6.5% (נכון)", "₪50|-5|+5|HbA1c 6.5%");
    assert_facts("ur", "1,250.7 mcg/h.", "1,250.7 mcg/h");
    assert_facts("ar", "و+2 kg، و±5 %، و≥65، و\u22123 °C", "+2 kg|±5 %|≥65|\u22123 °C");
    assert_facts("ar", "و-3 °C، ف-3 °C، ب-12، الوجه-3", "-3 °C|-3 °C");
    assert_facts("ar", "15%-20%، 15 %-20 %، 15٪\u221220٪", "15%|20%|15 %|20 %|15٪|20٪");
    assert_facts("ar", "10€-20€، 10 $-20 $، 38°-39°", "10€|20€|10 $|20 $|38°|39°");
    assert_facts("ur", "15%-20%، 10€-20€", "15%-20%|10€-20€");
    assert_facts("ar", "988 Suicide & Crisis Lifeline", "988 Suicide & Crisis Lifeline");
    assert_facts("he", "רחוב 12 Hill & Dale Road, קומה 2 & 3 mg", "12 Hill & Dale Road|3 mg");
    assert_facts("he", "ב-3 ימים, ב-5 mg", "5 mg");
    assert_facts("he", "רחוב 12 Hill Road, Portland", "12 Hill Road, Portland");
}

static void words_keep_the_sign_that_ends_them(void **state)
{
    (void)state;
    const char *const langs[] = {"ar", "he", "fa", "ur"};
    for (size_t i = 0; i < G_N_ELEMENTS(langs); i++) {
        assert_facts(langs[i], "א A+ ב O-, ב AB\u2212. ב HIV+ (Rh-)", "A+|O-|AB\u2212|HIV+|(Rh-)");
        assert_facts(langs[i], "א COVID-19, C++ ב", "COVID-19, C++");
        assert_facts(langs[i], "ב A + B", "");
        assert_facts(langs[i], "א 38.5 °C, \u221220 °C", "38.5 °C|\u221220 °C");
        assert_facts(langs[i], "א 38.5 °C\u060c \u221220 °C", "38.5 °C|\u221220 °C");
    }
}

static void dates_times_and_codes_are_facts(void **state)
{
    (void)state;
    assert_facts("he", "ב-12/05/2026 בבוקר, 2026-05-12, 10:30 am",
                 "12/05/2026|2026-05-12|10:30 am");
    assert_facts("ar", "2026-05-12 و 12/05/2026", "2026-05-12|12/05/2026");
    assert_facts("ar", "بين ١٨٩٤-١٩٦٢ و 1894-1962", "١٨٩٤|١٩٦٢|1894|1962");
    assert_facts("ar", "12 May 2026 و May 12, 2026", "12 May 2026|May 12, 2026");
    assert_facts("ar", "12 مايو 2026", "");
}

static void signs_and_fractions_stay_with_their_number(void **state)
{
    (void)state;
    const char *const langs[] = {"ar", "he", "fa", "ur"};
    static const char *const facts[] = {
        "1½ tsp",           "2 ½",     "½ mL",          "3.5 x 10^9/L", "10^6",
        "p < 0.05",         "≥ 65",    "< 120/80 mmHg", "BMI ≥ 30",     "+/- 2",
        "± 0.5 °C",         "20,50 €", "15 %",          "€ 20",         "5' 11\"",
        "*67 503 234 5678", "#31#",    "10:00 a.m.",    "7–8 p.m.",     "$5.00/day",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(langs) * G_N_ELEMENTS(facts); i++) {
        const char *fact = facts[i / G_N_ELEMENTS(langs)];
        g_autofree char *text = g_strdup_printf("א %s ב", fact);
        assert_facts(langs[i % G_N_ELEMENTS(langs)], text, fact);
    }
}

/* "234 5678-80" stands for three telephones. */
static void telephones_in_a_row_are_one_fact(void **state)
{
    (void)state;
    const char *const langs[] = {"ar", "he", "fa", "ur"};
    for (size_t i = 0; i < G_N_ELEMENTS(langs); i++)
        assert_facts(langs[i], "א 503 234 5678-80 ב +1 503 234 5678–80 ב (503) 234-5678 – 79 ב",
                     "503 234 5678-80|+1 503 234 5678–80|(503) 234-5678 – 79");
}

static void days_of_a_range_are_dates(void **state)
{
    (void)state;
    assert_facts("he", "א 12-14/05/2026, 12/05/2026-14/05/2026, 2026-05-12 - 2026-05-14",
                 "12-14/05/2026|12/05/2026-14/05/2026|2026-05-12 - 2026-05-14");
    assert_facts("ar", "من 12-14/05/2026 و 12/05/2026-14/05/2026 و 2026-05-12 - 2026-05-14",
                 "12|14/05/2026|12/05/2026|14/05/2026|2026-05-12|2026-05-14");
    assert_facts("ar", "من May 12-14, 2026 و 12–14 May و May 12 – June 3, 2026",
                 "May 12-14, 2026|12–14 May|May 12 – June 3, 2026");
}

static void latin_words_take_their_commas_along(void **state)
{
    (void)state;
    assert_facts("he", "רחוב 12 Hill Road, Suite 210, Portland, OR 97201 כאן",
                 "12 Hill Road, Suite 210, Portland, OR 97201");
    assert_facts("ar", "خذ 500 mg, 20 mg, 5 mg", "500 mg|20 mg|5 mg");
    assert_facts("he", "נכתב Take 2 tablets, 3 times a day; then 1 (or 2) כאן",
                 "Take 2 tablets, 3 times a day; then 1 (or 2)");
    assert_facts("ar", "في Apt. 4B, 12 Hill Rd. هنا", "Apt. 4B, 12 Hill Rd");
    assert_facts("ur", "50mg/5mL, 3x/day, #12-345 اور 1#", "50mg/5mL|3x/day|#12-345|1#");
    assert_facts("ar", "50mg/5mL و 3x/day و #12-345", "50mg/5mL|3x/day|#12-345");
}

static void addresses_are_facts_without_the_stop_behind_them(void **state)
{
    (void)state;
    assert_facts("ar", "اكتب إلى desk@clinic.example. انظر https://clinic.example/a?b=1&c=2.",
                 "desk@clinic.example|https://clinic.example/a?b=1&c=2");
    /* as screens show it */
    assert_facts("ar",
                 "انظر clinic.example/a?b=1&c=2، ثم (clinic.example/3?q=%20x) و clinic.example",
                 "clinic.example/a?b=1&c=2|clinic.example/3?q=%20x");
}

/* In Arabic the first number of a range stands at the right, else at the left. */
static void ranges_read_as_their_language_reads_them(void **state)
{
    (void)state;
    assert_facts("he", "10-12 שנים, 09:00–17:00, 9 am – 5 pm", "10-12|09:00–17:00|9 am – 5 pm");
    assert_facts("fa", "1894-1962", "1894-1962");
    assert_facts("ar", "10-12 سنة، 09:00–17:00، 9 am – 5 pm", "10|12|09:00|17:00|9 am – 5 pm");
    assert_facts("ar", "غرفة 2-104، 104-2، 12-1015، ٢-١٠٤", "2-104|104-2|12-1015|٢-١٠٤");
    assert_facts("ar", "من 2-4، 5-100، 90-120، 2024-2026", "2|4|5|100|90|120|2024|2026");
    assert_facts("ar", "خذ 5-10 mg أو 2.5–5 mL، 3 إلى 4", "5-10 mg|2.5–5 mL");
    assert_facts("ar-EG", "1894-1962", "1894|1962");
}

/* What stands behind the stop is of the next sentence. */
static void facts_end_with_their_sentence(void **state)
{
    (void)state;
    const char *const langs[] = {"ar", "he", "fa", "ur"};
    for (size_t i = 0; i < G_N_ELEMENTS(langs); i++) {
        assert_facts(langs[i], "א 39 °C. Hillside Clinic ב", "39 °C");
        assert_facts(langs[i], "א 5 mg. Tylenol 500 mg. 2 mL ב", "5 mg|Tylenol 500 mg|2 mL");
        assert_facts(langs[i], "א 5 mmol/L. Clinic B 12 ב", "5 mmol/L|Clinic B 12");
        assert_facts(langs[i], "א 12 St. Mary's Road ב", "12 St. Mary's Road");
        assert_facts(langs[i], "א 9 a.m. Monday ב", "9 a.m. Monday");
        assert_facts(langs[i], "א 5 ft. of tape ב", "5 ft. of tape");
        assert_facts(langs[i], "א 120/80. 1/2 ב 2026. 120 ב", "120/80|1/2");
        assert_facts(langs[i], "א 503-234-5678. 24 ב", "503-234-5678");
        assert_facts(langs[i], "א 12. 503-234-5678 ב", "503-234-5678");
        assert_facts(langs[i], "א 01. 23. 45. 67. 89 ב", "01. 23. 45. 67. 89");
    }
}

static void what_reads_right_anywhere_is_left_alone(void **state)
{
    (void)state;
    assert_facts("ar", "إلى iPhone (عربي) وداعا (hello) world 15", "(hello) world 15");
    assert_facts("he", "5 ימים", "");
    assert_facts("he", "", "");
}

static void plain_strings_carry_isolates_where_they_are_needed(void **state)
{
    (void)state;
    g_autofree char *turned = isolate_text("טלפון: 03-612-4478", "he");
    assert_string_equal(turned, "טלפון: \u206603-612-4478\u2069");
    g_autofree char *again = isolate_text(turned, "he");
    assert_string_equal(again, turned);
    g_autofree char *plain = isolate_text("Call 03-612-4478", "he");
    assert_string_equal(plain, "Call 03-612-4478");
    g_autofree char *bare = isolate_text("03-612-4478", "he");
    assert_string_equal(bare, "\u206603-612-4478\u2069");
    g_autofree char *left = isolate_text("03-612-4478", "de");
    assert_string_equal(left, "03-612-4478");
    g_autofree char *lines = isolate_text("מחיר $1,204.50\n4-5 עמודים", "he");
    assert_string_equal(lines, "מחיר \u2066$1,204.50\u2069\n\u20664-5\u2069 עמודים");
    assert_null(isolate_text(NULL, "he"));
}

/* Of a length whose square takes minutes. */
static void long_texts_take_no_time_to_speak_of(void **state)
{
    enum { TIMES = 6000 };
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < TIMES; i++)
        g_string_append(text, "קחו 2 מ״ג -5 או 4-5, ואז התקשרו אלינו: 03-612-4478. ");
    clock_t start = clock();
    g_autoptr(GArray) facts = isolate_find(text->str, "he");
    g_autofree char *turned = isolate_text(text->str, "he");
    assert_int_equal(facts->len, 3 * TIMES);
    assert_true(clock() - start < 10 * CLOCKS_PER_SEC);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(telephones_are_facts_in_any_grouping),
        cmocka_unit_test(numbers_keep_their_signs_and_units),
        cmocka_unit_test(words_keep_the_sign_that_ends_them),
        cmocka_unit_test(dates_times_and_codes_are_facts),
        cmocka_unit_test(signs_and_fractions_stay_with_their_number),
        cmocka_unit_test(telephones_in_a_row_are_one_fact),
        cmocka_unit_test(days_of_a_range_are_dates),
        cmocka_unit_test(latin_words_take_their_commas_along),
        cmocka_unit_test(addresses_are_facts_without_the_stop_behind_them),
        cmocka_unit_test(ranges_read_as_their_language_reads_them),
        cmocka_unit_test(facts_end_with_their_sentence),
        cmocka_unit_test(what_reads_right_anywhere_is_left_alone),
        cmocka_unit_test(plain_strings_carry_isolates_where_they_are_needed),
        cmocka_unit_test(long_texts_take_no_time_to_speak_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
