/* Words that are kept say what they said when they were looked at first, in their language. */
#include "scratch.h"

#include "examine/lexeme.h"

/* More words than are kept at once. */
#define MANY 6000

static char *word_at(int number)
{
    static const char *const stems[] = {"Care",
                                        "doctor",
                                        "tables",
                                        "it's",
                                        "well-being",
                                        "niño",
                                        "visited",
                                        "Äußerung",
                                        "medicines",
                                        "breathe",
                                        "antidepressants-of-a-long-name"};
    return number % 3 == 0 ? g_strdup(stems[number / 3 % (int)G_N_ELEMENTS(stems)])
                           : g_strdup_printf("%s%c%c", stems[number % (int)G_N_ELEMENTS(stems)],
                                             'a' + number % 26, 'a' + number / 26 % 26);
}

/* As the records of languages say; of words without capitals. */
static void assert_as_asked(const char *text, const struct language_checks *language)
{
    g_autofree char *lower = g_utf8_strdown(text, -1);
    struct word word = {.start = text, .length = strlen(text)};
    struct lexeme lexeme = lexeme_of(&word, language);
    unsigned syllables = language->count_syllables ? language->count_syllables(lower) : 0;
    assert_int_equal(lexeme.syllables, syllables);
    assert_int_equal(lexeme.everyday, !language->is_everyday || language->is_everyday(lower));
}

static void *ask_all(void *unused)
{
    static const char *const langs[] = {"en", "es", "de"};
    (void)unused;
    for (int i = 0; i < MANY; i++) {
        g_autofree char *word = word_at(i);
        for (size_t l = 0; l < G_N_ELEMENTS(langs); l++)
            assert_as_asked(word, language_checks_for(langs[l]));
        assert_as_asked(word, language_checks_for("en"));
    }
    return NULL;
}

static void words_say_the_same_when_they_are_kept(void **state)
{
    (void)state;
    ask_all(NULL);
    ask_all(NULL);
}

static void each_thread_keeps_its_own(void **state)
{
    (void)state;
    GThread *thread = g_thread_new(NULL, ask_all, NULL);
    ask_all(NULL);
    g_thread_join(thread);
}

static void apostrophes_are_alike(void **state)
{
    (void)state;
    const struct language_checks *english = language_checks_for("en");
    struct word straight = {.start = "DON'T", .length = 5};
    struct word curly = {.start = "don\u2019t", .length = 7};
    assert_int_equal(lexeme_of(&straight, english).syllables, 1);
    assert_true(lexeme_of(&straight, english).everyday && lexeme_of(&curly, english).everyday);
}

static void hard_words_are_counted_as_gunning_does(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        bool fog;
    } words[] = {{"medicine", true}, {"visited", false}, {"exercising", true}, {"care", false}};
    const struct language_checks *english = language_checks_for("en");
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        struct word word = {.start = words[i].word, .length = strlen(words[i].word)};
        assert_int_equal(lexeme_of(&word, english).fog, words[i].fog);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_say_the_same_when_they_are_kept),
        cmocka_unit_test(each_thread_keeps_its_own),
        cmocka_unit_test(apostrophes_are_alike),
        cmocka_unit_test(hard_words_are_counted_as_gunning_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
