/* Words that are translated once, each by itself, have the cells that they have in their text. */
#include "scratch.h"

#include "export/braille_words.h"

#define TEXTS      3000
#define WORDS_MOST 7

/* Contractions, shortforms and what is written like one; words with lower dots alone; letters that
 * stand alone; capitals, hyphens, apostrophes, digits and signs. */
static const char *const words[] = {
    "a",
    "A",
    "I",
    "i",
    "B",
    "be",
    "were",
    "his",
    "was",
    "in",
    "enough",
    "In",
    "Enough",
    "Be",
    "al",
    "Al",
    "also",
    "cd",
    "CD",
    "could",
    "ab",
    "about",
    "the",
    "The",
    "THE",
    "and",
    "for",
    "of",
    "with",
    "child",
    "children",
    "Children",
    "this",
    "knowledge",
    "people",
    "it",
    "It",
    "IT",
    "you",
    "us",
    "US",
    "so",
    "therapy",
    "TMS",
    "EEG",
    "CBT",
    "mg",
    "NeuroMod",
    "McDonald",
    "eBook",
    "pH",
    "PhD",
    "well-being",
    "day-to-day",
    "in-depth",
    "In-depth",
    "be-all",
    "Well-being",
    "one-size-fits-all",
    "TMS-based",
    "non-TMS",
    "Health's",
    "Health\u2019s",
    "don't",
    "can\u2019t",
    "it's",
    "It\u2019s",
    "TMS's",
    "'tis",
    "he'll",
    "their",
    "receive",
    "strength",
    "mother",
    "dis-ease",
    "self-care",
    "to-be",
    "his-and-hers",
    "was-in",
    "-",
    "12",
    "25",
    "1st",
    "B12",
    "(see",
    "below)",
    "5%",
    "x",
    "\u2013",
    "ongoing",
    "immediate",
    "afterwards",
    "friend",
    "quick",
    "said-to",
    "letter-by-letter",
    "bb",
    "ch",
    "sh",
    "Ch",
    "er-",
    "co-op",
    "re-enter",
    "can-do",
    "will-power",
};

static const char *const stops[] = {"", "", "", "", "", ".", ",", ";", ":", "?", "!", ")", "..."};

static char *text_of(GRand *rand)
{
    GString *text = g_string_new(NULL);
    int n = g_rand_int_range(rand, 1, WORDS_MOST + 1);
    for (int i = 0; i < n; i++) {
        if (i > 0)
            g_string_append_c(text, ' ');
        g_string_append(text, words[g_rand_int_range(rand, 0, G_N_ELEMENTS(words))]);
        g_string_append(text, stops[g_rand_int_range(rand, 0, G_N_ELEMENTS(stops))]);
    }
    return g_string_free(text, FALSE);
}

static char *spell(const GArray *cells)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < cells->len; i++)
        g_string_append_unichar(text, g_array_index(cells, gunichar, i));
    return g_string_free(text, FALSE);
}

static bool is_as_in_its_text(const char *text)
{
    glong n;
    g_autofree gunichar *letters = g_utf8_to_ucs4_fast(text, -1, &n);
    g_autofree struct braille_sign *signs = g_new(struct braille_sign, (gsize)n);
    for (glong i = 0; i < n; i++)
        signs[i] = (struct braille_sign){letters[i], HAND_PLAIN};
    const struct braille_table *table = braille_table_english();
    g_autoptr(GArray) whole = braille_translate_whole(table, signs, (size_t)n, NULL);
    g_autoptr(GArray) by_words = braille_translate(table, signs, (size_t)n, NULL);
    assert_true(whole->len > 0);
    g_autofree char *wanted = spell(whole);
    g_autofree char *found = spell(by_words);
    if (g_str_equal(wanted, found))
        return true;
    print_error("'%s'\n %s, but whole\n %s\n", text, found, wanted);
    return false;
}

static void words_are_as_in_their_text(void **state)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(2024);
    int wrong = 0;
    (void)state;
    for (int i = 0; i < TEXTS; i++) {
        g_autofree char *text = text_of(rand);
        wrong += !is_as_in_its_text(text);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_as_in_their_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
