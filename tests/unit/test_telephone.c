/* Telephone numbers: what is one, what is dialled, and how it is told from other figures. */
#include "scratch.h"

#include "content/telephone.h"

static void numbers_are_digits_and_signs(void **state)
{
    static const char *const yes[] = {"988",           "+1 503 234 5678", "(503) 234-5678",
                                      "030/123 45 67", "503.234.5678",    "+1 503 234 5678 ext 12",
                                      "234-5678 x 3"};
    static const char *const no[] = {"", "99", "call", "+1 503 234 5678 (desk)", "503,234,5678"};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(yes); i++)
        if (!telephone_is(yes[i]))
            fail_msg("'%s' is a number", yes[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(no); i++)
        if (telephone_is(no[i]))
            fail_msg("'%s' is no number", no[i]);
}

static void alone_a_number_has_to_be_long(void **state)
{
    (void)state;
    assert_true(telephone_is_certain("503 234 5678"));
    assert_true(telephone_is_certain("+43 1 4567"));
    assert_false(telephone_is_certain("2025-2026"));
    assert_false(telephone_is_certain("234 5678"));
    assert_false(telephone_is_certain("1234 5678 9012 3456"));
}

static void figures_that_count_or_are_dates_are_no_numbers(void **state)
{
    (void)state;
    static const char *const none[] = {"1 2 3 4 5 6 7 8 9 10", "0 1 2 3 4 5 6 7 8 9 10",
                                       "10 9 8 7 6 5 4 3 2 1", "5 10 25 50 100 250",
                                       "65 130 195 260",       "125 250 500 1000",
                                       "12.03.2026 10.30",     "01/03/2026 - 15/03/2026"};
    static const char *const some[] = {"01 02 03 04 05",    "+1 234 567 8901",   "52 55 1234 5678",
                                       "1 503 600 7000",    "8 495 123 45 67",   "33 36 13 22 99",
                                       "0043 1 234567 890", "+10 20 30 40 50 60"};
    for (size_t i = 0; i < G_N_ELEMENTS(none); i++)
        if (telephone_is_certain(none[i]))
            fail_msg("'%s' is no number", none[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(some); i++)
        if (!telephone_is_certain(some[i]))
            fail_msg("'%s' is a number", some[i]);
}

static void what_may_be_two_numbers_runs_on(void **state)
{
    (void)state;
    static const char *const two[] = {"503-234-5678-0142", "+1 503 234 5678-80",
                                      "(503) 234-5678 - 12", "50323456780142"};
    static const char *const one[] = {"503-234-5678", "503 234 5678 ext 12", "+44 20 7946 0958 12",
                                      "0043 1 234567 890123", "020 7946 0958"};
    for (size_t i = 0; i < G_N_ELEMENTS(two); i++)
        assert_true(telephone_runs_on(two[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(one); i++)
        assert_false(telephone_runs_on(one[i]));
}

static void a_whole_number_has_its_country(void **state)
{
    (void)state;
    assert_true(telephone_is_whole("+1 503 234 5678"));
    assert_true(telephone_is_whole("+1 503 234 5678 ext 12"));
    assert_true(telephone_is_whole("+49 30 901820"));
    assert_false(telephone_is_whole("503 234 5678"));
    assert_false(telephone_is_whole("+1 503 234 567"));
    assert_false(telephone_is_whole("+1 123 234 5678"));
    assert_false(telephone_is_whole("+1 503 034 5678"));
    assert_false(telephone_is_whole("+44 12"));
    assert_true(telephone_is_whole("+1 503 234 5678-80"));
    assert_true(telephone_is_whole("+44 (0)20 7946 0018"));
    assert_true(telephone_is_service("711"));
    assert_true(telephone_is_service("116 117"));
    assert_false(telephone_is_service("+711"));
    assert_false(telephone_is_service("234 567"));
    assert_false(telephone_is_service("5678"));
    assert_false(telephone_is_whole("+44 1234 5678 9012 345"));
}

static void one_telephone_has_many_spellings(void **state)
{
    (void)state;
    assert_true(telephone_same("+1 (503) 234-5678", "503.234.5678"));
    assert_true(telephone_same("234-5678", "+1 503 234 5678 ext 12"));
    assert_true(telephone_same("988", "988"));
    assert_true(telephone_same_line("+1 503 234 5678 x 12", "503-234-5678 ext. 12"));
    assert_false(telephone_same_line("503-234-5678 x 12", "503-234-5678"));
    assert_false(telephone_same_line("503-234-5678 x 12", "503-234-5678 x 14"));
    assert_false(telephone_same("678", "+1 503 234 5678"));
    assert_false(telephone_same("+1 503 234 5678", "+1 503 234 5679"));
    assert_false(telephone_same("", ""));
    assert_false(telephone_same("desk", "+1 503 234 5678"));
}

static void assert_uri(const char *text, const char *wanted)
{
    g_autofree char *uri = telephone_uri(text);
    assert_string_equal(uri, wanted);
}

static void a_number_is_dialled_by_its_digits(void **state)
{
    (void)state;
    assert_uri("+1 (503) 234-5678", "tel:+15032345678");
    assert_uri("503.234.5678", "tel:5032345678");
    assert_uri("+1 503 234 5678 ext 12", "tel:+15032345678");
    assert_uri("988", "tel:988");
    assert_uri("+44 (0)20 7946 0018", "tel:+442079460018");
    assert_uri("0049 (0)30 901820", "tel:004930901820");
    assert_uri("(030) 901820", "tel:030901820");
    assert_uri("(0) 30 901820", "tel:030901820");
    assert_uri("030/901820", "tel:030901820");
    assert_uri("+1 503 234 5678-80", "tel:+15032345678");
    assert_uri("503 234 5678/79", "tel:5032345678");
    assert_uri("+49 30 901820 / +49 30 901821", "tel:+4930901820");
}

/* Compares the rows of figures found in `text`, a '?' behind those that are hardly numbers. */
static void assert_found_in(const char *lang, const char *text, const char *wanted)
{
    struct diag *diag = diag_new(false);
    struct labels *labels = labels_load("content/labels", lang, (struct pos){0}, diag);
    g_autoptr(GString) found = g_string_new(NULL);
    struct range range;
    for (size_t at = 0; telephone_find(text, at, &range); at = range.end) {
        g_string_append_len(found, text + range.start, (gssize)(range.end - range.start));
        g_string_append(found, telephone_is_likely(text, range, labels) ? "|" : "?|");
    }
    assert_string_equal(found->str, wanted);
    labels_free(labels);
    diag_free(diag);
}

static void assert_found(const char *text, const char *wanted)
{
    assert_found_in("en", text, wanted);
}

static void numbers_are_found_in_running_text(void **state)
{
    (void)state;
    assert_found("Call (555) 010-0199 today.", "(555) 010-0199|");
    assert_found("Call +1 555 010 0199, or 555.010.0199.", "+1 555 010 0199|555.010.0199|");
    assert_found("Call (+1) 555 010 0199 or 030/1234567.", "(+1) 555 010 0199|030/1234567|");
    assert_found("Zimmer12 x555-0199", "");
    assert_found("Room 12, floor 3", "");
    assert_found("Call 503-234-5678. 24 hours a day.", "503-234-5678|");
    assert_found("Call 01. 23. 45. 67. 89.", "01. 23. 45. 67. 89|");
    assert_found("Call 12345678. 911. 50 people.", "12345678?|");
    assert_found("555 010 0199th", "555 010?|");
    assert_found_in("ja", "電話 03-1234-5678。", "03-1234-5678|");
}

static void other_figures_are_hardly_numbers(void **state)
{
    (void)state;
    assert_found("On 2026-03-31 in 2025-2026, 2025/2026.", "2026-03-31?|2025-2026?|2025/2026?|");
    assert_found("On 05/12/2026", "05/12/2026?|");
    assert_found("Number 12345678", "12345678?|");
    assert_found("Account 3704 0044 0532 0130 00", "3704 0044 0532 0130 00?|");
    assert_found("100 000 people", "100 000?|");
    assert_found("Your visit is on 12-05-2026.", "12-05-2026?|");
    assert_found("On 02.05.2026 10 people came (12-05-2026).", "02.05.2026 10?|(12-05-2026?|");
    assert_found("Your NHS number is 943 476 5919.", "943 476 5919?|");
    assert_found("Read ISBN 978-3-16-148410-0.", "978-3-16-148410-0?|");
    assert_found("Ask for NDC 0071-0155-23.", "0071-0155-23?|");
    assert_found("Write to ZIP 97201-1234 or to Boston, MA 02108-1234.",
                 "97201-1234?|02108-1234?|");
    assert_found("IBAN DE89 3704 0044 0532 0130 00", "3704 0044 0532 0130 00?|");
    assert_found("Batch 2024-0012-88, record no. 503 234 5678", "2024-0012-88?|503 234 5678?|");
    assert_found_in("es", "N.º de expediente 503-234-5678", "503-234-5678?|");
    assert_found_in("it", "Il numero 503-234-5678", "503-234-5678?|");
}

static void words_before_tell_numbers_to_call(void **state)
{
    (void)state;
    assert_found("Our phone number is 943 476 5919.", "943 476 5919|");
    assert_found("Call 503 234 5678 or 212 736 5000.", "503 234 5678|212 736 5000|");
    assert_found("Tel. 234-5678", "234-5678|");
    assert_found_in("es", "Número de teléfono: 91 123 45 67", "91 123 45 67|");
    assert_found_in("zh-Hans", "请致电 1234-5678", "1234-5678|");
    assert_found_in("hi", "हमारा फ़ोन नंबर 943 476 5919", "943 476 5919|");
    assert_found_in("km", "លេខទូរស័ព្ទ 943 476 5919", "943 476 5919|");
    assert_found("Keep your record. Write to 503 234 5678", "503 234 5678|");
    assert_found("In London 020 7946 0958, in Portland 503-234-5678",
                 "020 7946 0958|503-234-5678|");
}

/* What of the text is a number that everybody knows; "": nothing. */
static void assert_service(const char *text, const char *wanted)
{
    struct range range = {0};
    bool found = telephone_find_service(text, 0, &range);
    g_autofree char *number = g_strndup(text + range.start, range.end - range.start);
    assert_string_equal(found ? number : "", wanted);
}

static void services_that_all_know_are_found(void **state)
{
    (void)state;
    assert_service("Call or text 988.", "988");
    assert_service("In danger? 911!", "911");
    assert_service("Rufen Sie 112, dann uns.", "112");
    assert_service("请拨打988求助", "988");
    assert_service("Dial 211-9 or 1-988", "");
    assert_service("1,112 ml, 9:11, 3.988, 988.5, 988%, 9880, a911, 212, 500 mg", "");
    assert_service("1,112 or 988", "988");
    assert_service("It costs $988, €112, 999 € or 911€", "");
    assert_service("It costs $5; call 988", "988");
}

static void numbers_of_fiction_are_known(void **state)
{
    struct range range;
    (void)state;
    assert_true(telephone_find_made_up("Call +1 (212) 555-0134.", &range));
    assert_int_equal(range.start, 14);
    assert_int_equal(range.end, 22);
    assert_true(telephone_find_made_up("2125550199", &range));
    assert_false(telephone_find_made_up("555-1234, 555-0200, 555-01234, 555", &range));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_digits_and_signs),
        cmocka_unit_test(alone_a_number_has_to_be_long),
        cmocka_unit_test(figures_that_count_or_are_dates_are_no_numbers),
        cmocka_unit_test(what_may_be_two_numbers_runs_on),
        cmocka_unit_test(a_whole_number_has_its_country),
        cmocka_unit_test(one_telephone_has_many_spellings),
        cmocka_unit_test(a_number_is_dialled_by_its_digits),
        cmocka_unit_test(numbers_are_found_in_running_text),
        cmocka_unit_test(other_figures_are_hardly_numbers),
        cmocka_unit_test(words_before_tell_numbers_to_call),
        cmocka_unit_test(services_that_all_know_are_found),
        cmocka_unit_test(numbers_of_fiction_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
