/* Syllables: everyday words, words of health care, Spanish, and the accuracy over a dictionary. */
#include "scratch.h"

#include "examine/language_english.h"

#include <stdio.h>

/* The CMU Pronouncing Dictionary as Debian's festlex-cmu installs it. */
#define DICTIONARY "/usr/share/festival/dicts/cmu/cmudict-0.4.out"

static void words_are_counted_as_they_are_said(void **state)
{
    static const struct {
        const char *word;
        unsigned syllables;
    } cases[] = {
        {"cat", 1},       {"table", 2},     {"tables", 2},         {"wanted", 2},
        {"asked", 1},     {"pages", 2},     {"makes", 1},          {"making", 2},
        {"creature", 2},  {"create", 2},    {"nation", 2},         {"medication", 4},
        {"radio", 3},     {"quiet", 2},     {"queue", 1},          {"rhythm", 2},
        {"didn't", 2},    {"don't", 1},     {"safely", 2},         {"useful", 2},
        {"basically", 3}, {"treatment", 2}, {"being", 2},          {"playing", 2},
        {"suicide", 3},   {"diabetes", 4},  {"antidepressant", 5}, {"well-being", 3},
        {"MRI", 1},       {"Caf\u00e9", 2}, {"metabolism", 5},     {"psychiatrist", 4},
        {"-", 1},         {"", 1},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        if (english_syllables(cases[i].word) != cases[i].syllables)
            fail_msg("'%s' is counted as %u", cases[i].word, english_syllables(cases[i].word));
}

static void spanish_follows_its_orthography(void **state)
{
    static const struct {
        const char *word;
        unsigned syllables;
    } cases[] = {
        {"casa", 2},
        {"tratamiento", 4},
        {"salud", 2},
        {"d\u00eda", 2},
        {"guerra", 2},
        {"ping\u00fcino", 3},
        {"queso", 2},
        {"poeta", 3},
        {"muy", 1},
        {"ya", 1},
        {"leer", 2},
        {"ciudad", 2},
        {"medicaci\u00f3n", 4},
        {"a\u00fan", 2},
        {"enfermedad", 4},
        {"yo", 1},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        if (language_spanish.count_syllables(cases[i].word) != cases[i].syllables)
            fail_msg("'%s' is counted as %u", cases[i].word,
                     language_spanish.count_syllables(cases[i].word));
}

static void long_noise_is_counted_without_harm(void **state)
{
    (void)state;
    g_autofree char *noise = g_strnfill(100000, 'a');
    assert_true(english_syllables(noise) >= 1);
}

/* Words that the rules alone count wrongly; the first and the last row of their table and what lies
 * at its halves and quarters, which a table out of order would lose. */
static void exceptions_are_found(void **state)
{
    (void)state;
    assert_int_equal(english_syllables("abalone"), 4);
    assert_int_equal(english_syllables("Businesses"), 3);
    assert_int_equal(english_syllables("diabetes"), 4);
    assert_int_equal(english_syllables("forehead"), 2);
    assert_int_equal(english_syllables("lions"), 2);
    assert_int_equal(english_syllables("recipes"), 3);
    assert_int_equal(english_syllables("wicked"), 2);
}

static void everyday_words_are_known_in_all_forms(void **state)
{
    static const char *const known[] = {"doctor",  "doctors", "walked", "walking",  "stopped",
                                        "happier", "easily",  "making", "children", "don't"};
    static const char *const unknown[] = {"efficacy", "metabolism", "interplay", "x-ray", ""};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (!english_is_everyday(known[i]))
            fail_msg("'%s' is an everyday word", known[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(unknown); i++)
        assert_false(english_is_everyday(unknown[i]));
}

static void jargon_is_found_in_any_case_and_number(void **state)
{
    (void)state;
    assert_string_equal(english_find_jargon("efficacy", 8)->plain, "how well it works");
    assert_non_null(english_find_jargon("Interventions of", 13));
    assert_null(english_find_jargon("doctor", 6));
    /* The first and the last row, which a table out of order would lose. */
    assert_non_null(english_find_jargon("acute", 5));
    assert_non_null(english_find_jargon("viable", 6));
    assert_non_null(english_find_jargon("metabolism", 10));
}

/* Reads `("word" nil (((w er d) 1)))`, one number to a syllable; false for other lines and for
 * words with marks in them. */
static bool read_entry(const char *line, char word[64], unsigned *out_syllables)
{
    if (sscanf(line, "(\"%63[^\"]\"", word) != 1)
        return false;
    *out_syllables = 0;
    for (const char *p = strchr(line + 2, '"'); *p; p++)
        *out_syllables += g_ascii_isdigit(*p) != 0;
    return *out_syllables > 0 && strspn(word, "abcdefghijklmnopqrstuvwxyz") == strlen(word);
}

static void the_dictionary_agrees(void **state)
{
    (void)state;
    FILE *file = fopen(DICTIONARY, "r");
    if (!file)
        fail_msg("'%s' cannot be read: install the package festlex-cmu", DICTIONARY);
    char line[1024], word[64];
    unsigned entries = 0, right = 0, syllables;
    while (fgets(line, sizeof line, file)) {
        if (!read_entry(line, word, &syllables))
            continue;
        entries++;
        right += english_syllables(word) == syllables;
    }
    fclose(file);
    print_message("syllables: %.2f %% of %u words\n", 100.0 * right / entries, entries);
    assert_true(entries > 100000);
    assert_true(right >= 0.92 * entries);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_counted_as_they_are_said),
        cmocka_unit_test(spanish_follows_its_orthography),
        cmocka_unit_test(long_noise_is_counted_without_harm),
        cmocka_unit_test(exceptions_are_found),
        cmocka_unit_test(everyday_words_are_known_in_all_forms),
        cmocka_unit_test(jargon_is_found_in_any_case_and_number),
        cmocka_unit_test(the_dictionary_agrees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
