/* Sentences: where texts in several languages may be cut. */
#include "scratch.h"

#include "layout/sentence.h"

static const char *const abbreviations[] = {"Dr.", "e.g.", "Mt.", NULL};

/* Compares `text` with a '|' behind each sentence with `wanted`. */
static void assert_sentences(const char *text, const char *lang, const char *wanted)
{
    g_autoptr(GArray) ends = sentence_ends(text, lang, abbreviations);
    g_autoptr(GString) found = g_string_new(NULL);
    gsize start = 0;
    for (guint i = 0; i < ends->len; i++) {
        gsize end = g_array_index(ends, gsize, i);
        assert_true(end > start || strlen(text) == 0);
        g_string_append_len(found, text + start, (gssize)(end - start));
        g_string_append_c(found, '|');
        start = end;
    }
    assert_int_equal(start, strlen(text));
    assert_string_equal(found->str, wanted);
}

static void sentences_end_at_their_marks(void **state)
{
    (void)state;
    assert_sentences("One. Two! Three? Four", "en", "One. |Two! |Three? |Four|");
    assert_sentences("He said \"Go.\" She went.", "en", "He said \"Go.\" |She went.|");
    assert_sentences("", "en", "|");
    assert_sentences("no mark", "en", "no mark|");
}

static void numbers_do_not_end_them(void **state)
{
    (void)state;
    assert_sentences("Take 2.5 mg. Rest.", "en", "Take 2.5 mg. |Rest.|");
    assert_sentences("See clinic.example now.", "en", "See clinic.example now.|");
}

static void abbreviations_do_not_end_them(void **state)
{
    (void)state;
    assert_sentences("Ask Dr. Smith. Now.", "en", "Ask Dr. Smith. |Now.|");
    assert_sentences("Dr. Smith is in.", "en", "Dr. Smith is in.|");
    assert_sentences("Many, e.g. Ann, do.", "en", "Many, e.g. Ann, do.|");
    assert_sentences("(Dr. Smith)", "en", "(Dr. Smith)|");
}

static void an_abbreviation_is_a_word_of_its_own(void **state)
{
    (void)state;
    assert_sentences("Keep the amt. We will.", "en", "Keep the amt. |We will.|");
    assert_sentences("We saw AMt. It is.", "en", "We saw AMt. |It is.|");
}

static void other_scripts_have_their_own_marks(void **state)
{
    (void)state;
    assert_sentences("治疗。很好！", "zh-CN", "治疗。|很好！|");
    assert_sentences("यह ठीक है। और क्या?", "hi", "यह ठीक है। |और क्या?|");
    assert_sentences("كيف حالك؟ بخير.", "ar", "كيف حالك؟ |بخير.|");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_end_at_their_marks),
        cmocka_unit_test(numbers_do_not_end_them),
        cmocka_unit_test(abbreviations_do_not_end_them),
        cmocka_unit_test(an_abbreviation_is_a_word_of_its_own),
        cmocka_unit_test(other_scripts_have_their_own_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
