/*
 * Words: what is counted as one in the scripts of the world, and what readability formulas take.
 */
#include "base/words.h"

#include "scratch.h"

#include <string.h>

static unsigned count(const char *text)
{
    return words_count(text, strlen(text));
}

/* The words that formulas take, parted by bars. */
static char *read_words(const char *text)
{
    struct word_walk walk = word_walk(text, text + strlen(text));
    struct word word;
    GString *found = g_string_new(NULL);
    while (word_next(&walk, &word))
        g_string_append_printf(found, "%s%.*s", found->len ? "|" : "", (int)word.length,
                               word.start);
    return g_string_free(found, FALSE);
}

static void assert_words(const char *text, const char *wanted)
{
    g_autofree char *found = read_words(text);
    assert_string_equal(found, wanted);
}

static void words_are_what_stands_between_blanks(void **state)
{
    (void)state;
    assert_int_equal(count(""), 0);
    assert_int_equal(count("one"), 1);
    assert_int_equal(count("  one two\nthree\u2028four\u00a0five "), 5);
    assert_int_equal(count("don't, well-known"), 2);
    assert_int_equal(count("and/or (e.g.) sleep\u2014rest"), 3);
    assert_int_equal(count("\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645"), 2);
    assert_int_equal(words_count("one two three", 7), 2);
}

static void numbers_and_addresses_are_words(void **state)
{
    (void)state;
    assert_int_equal(count("Monday, 9:30 am: +1 212 736 5000"), 7);
    assert_int_equal(count("see https://a.org/b-c?d=e or (www.a.org), desk@a.org"), 5);
}

static void signs_by_themselves_are_no_words(void **state)
{
    (void)state;
    assert_int_equal(count("Monday \u2013 Friday: 9 am"), 4);
    assert_int_equal(count("- ' -- ' \u2022 & ______ ..."), 0);
}

static void signs_take_room_where_they_stand_alone(void **state)
{
    static const struct {
        const char *text;
        unsigned signs;
    } cases[] = {{"", 0},           {" ", 0},         {"one (two)...", 0}, {"\u2013", 1},
                 {"a \u2013 b", 1}, {"a & b / c", 2}, {"$5 & (ca.) |", 2}};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_int_equal(words_count_signs(cases[i].text, strlen(cases[i].text)), cases[i].signs);
}

/* "Sleep is important. Rest 8 hours a day.": the letters of each stretch in twos. */
static void han_and_kana_are_counted_by_two_letters(void **state)
{
    (void)state;
    assert_int_equal(count("\u7761\u7720\u5f88\u91cd\u8981\u3002"), 3);
    assert_int_equal(count("\u6bcf\u5929\u4f11\u606f8\u5c0f\u65f6\u3002"), 4);
    assert_int_equal(count("TMS\u7761\u7720 TMS"), 3);
    assert_words("\u7761\u7720\u5f88", "\u7761\u7720|\u5f88");
    assert_words("\u30b3\u30fc\u30d2\u30fc", "\u30b3\u30fc|\u30d2\u30fc");
}

static void thai_is_counted_by_its_dictionary(void **state)
{
    (void)state;
    assert_words("การนอนหลับช่วยให้คุณรู้สึกดีขึ้น ทุกวัน 20 มก.", "การ|นอน|หลับ|ช่วย|ให้|คุณ|รู้สึก|ดี|ขึ้น|ทุก|วัน|มก");
    assert_int_equal(count("การนอนหลับช่วยให้คุณรู้สึกดีขึ้น ทุกวัน 20 มก."), 13);
}

/* No character is cut in two: a sign goes with the letter that bears it. */
static void khmer_lao_and_burmese_are_counted_by_five_letters(void **state)
{
    (void)state;
    assert_words("សូមទូរស័ព្ទមកយើង។", "សូមទូ|រស័ព្ទ|មកយើង");
    assert_words("ການນອນ", "ການນອ|ນ");
    assert_int_equal(count("အိပ်စက်ခြင်းသည်။"), 3);
}

/* Authors may part the words by hand, with blanks of no width. */
static void blanks_of_no_width_part_words(void **state)
{
    (void)state;
    assert_words("សូម\u200bមក", "សូម|មក");
}

static void words_of_formulas_are_no_numbers_and_addresses(void **state)
{
    (void)state;
    assert_words("one, two; three", "one|two|three");
    assert_words("well-being don't don\u2019t", "well-being|don't|don\u2019t");
    assert_words("take 20 mg or 3rd, B12", "take|mg|or|B12");
    assert_words("see https://a.org/b-c now", "see|now");
    assert_words("write to desk@a.org, @clinic", "write|to");
    assert_words("www.a.org (www.a.org) is here", "is|here");
    assert_words("\u00e9t\u00e9 \u0645\u0631\u062d\u0628\u0627",
                 "\u00e9t\u00e9|\u0645\u0631\u062d\u0628\u0627");
    assert_words("a/b", "a|b");
    assert_words("- ' -- '", "");
    assert_words("", "");
    assert_words("\u770bhttps://a.org/b\u3002\u597d", "\u770b|\u597d");
}

static void letters_are_counted_without_their_marks(void **state)
{
    (void)state;
    const char *text = "don't cafe\u0301";
    struct word_walk walk = word_walk(text, text + strlen(text));
    struct word word;
    assert_true(word_next(&walk, &word));
    assert_int_equal(word.letters, 4);
    assert_true(word_next(&walk, &word));
    assert_int_equal(word.letters, 4);
    assert_false(word_next(&walk, &word));
}

/* Noise of a megabyte without a blank takes no longer than its length asks for. */
static void long_noise_is_counted_without_harm(void **state)
{
    (void)state;
    GString *noise = g_string_new(NULL), *thai = g_string_new(NULL);
    for (int i = 0; i < 500000; i++)
        g_string_append(noise, "a/");
    for (int i = 0; i < 2000; i++)
        g_string_append(thai, "\u0e19");
    assert_int_equal(count(noise->str), 1);
    assert_true(count(thai->str) > 0);
    g_string_free(noise, TRUE);
    g_string_free(thai, TRUE);
}

static void addresses_have_signs(void **state)
{
    (void)state;
    assert_true(words_have_address_sign("at a@b.example", 14));
    assert_true(words_have_address_sign("https://b", 9));
    assert_false(words_have_address_sign("at a@b.example", 4));
    assert_false(words_have_address_sign("24/7: yes", 9));
}

static void soft_hyphens_can_be_dropped(void **state)
{
    (void)state;
    g_autofree char *text = g_strdup("\u00ADRind\u00AD\u00ADfleisch-\u00AD");
    assert_string_equal(words_drop_soft_hyphens(text), "Rindfleisch-");
    assert_null(words_drop_soft_hyphens(NULL));
}

static void words_are_alike_but_for_their_ends(void **state)
{
    (void)state;
    assert_true(words_alike("Side effects", "Side effect"));
    assert_true(words_alike("EFECTOS SECUNDARIOS", "Efecto secundario"));
    assert_true(words_alike("\u526f\u4f5c\u7528", "\u526f\u4f5c\u7528"));
    assert_false(words_alike("Your dose, week by week", "Week"));
    assert_false(words_alike("Medicines", "Medication"));
    assert_false(words_alike("Side effects", "Side"));
    assert_false(words_alike("", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_what_stands_between_blanks),
        cmocka_unit_test(numbers_and_addresses_are_words),
        cmocka_unit_test(signs_by_themselves_are_no_words),
        cmocka_unit_test(signs_take_room_where_they_stand_alone),
        cmocka_unit_test(han_and_kana_are_counted_by_two_letters),
        cmocka_unit_test(thai_is_counted_by_its_dictionary),
        cmocka_unit_test(khmer_lao_and_burmese_are_counted_by_five_letters),
        cmocka_unit_test(blanks_of_no_width_part_words),
        cmocka_unit_test(words_of_formulas_are_no_numbers_and_addresses),
        cmocka_unit_test(letters_are_counted_without_their_marks),
        cmocka_unit_test(long_noise_is_counted_without_harm),
        cmocka_unit_test(addresses_have_signs),
        cmocka_unit_test(soft_hyphens_can_be_dropped),
        cmocka_unit_test(words_are_alike_but_for_their_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
