/* Sentences: where texts in several languages may be cut. */
#include "scratch.h"

#include "base/sentence.h"

static const char *const abbreviations[] = {"Dr.", "e.g.", "Mt.", "No.", "z. B.", NULL};

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
    assert_sentences("A fever is > 38.5\u00a0°C (101.3\u00a0°F). Call.", "en",
                     "A fever is > 38.5\u00a0°C (101.3\u00a0°F). |Call.|");
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

static void an_abbreviation_may_open_with_a_capital(void **state)
{
    (void)state;
    assert_sentences("Many. E.g. Ann.", "en", "Many. |E.g. Ann.|");
    assert_sentences("See No. 5. Say no. Then go.", "en", "See No. 5. |Say no. |Then go.|");
}

static void abbreviations_hold_blanks(void **state)
{
    (void)state;
    assert_sentences("Viele, z. B. Uwe. Raus.", "de", "Viele, z. B. Uwe. |Raus.|");
    assert_sentences("Z. B. Uwe. Ein z. Raus.", "de", "Z. B. Uwe. |Ein z. |Raus.|");
}

static void initials_do_not_end_them(void **state)
{
    (void)state;
    assert_sentences("Ask J. L. Lee. Now.", "en", "Ask J. L. Lee. |Now.|");
    assert_sentences("Ask J.-P. Lee of the U.S. Army.", "en", "Ask J.-P. Lee of the U.S. Army.|");
    assert_sentences("\u00c9. Roux \u0438 \u0410. \u0427\u0435\u0445\u043e\u0432.", "ru",
                     "\u00c9. Roux \u0438 \u0410. \u0427\u0435\u0445\u043e\u0432.|");
    assert_sentences("We have TMS. Take 2 g. Rest.", "en", "We have TMS. |Take 2 g. |Rest.|");
}

static void a_small_letter_starts_none(void **state)
{
    (void)state;
    assert_sentences("\"Really?\" she asked. Yes.", "en", "\"Really?\" she asked. |Yes.|");
    assert_sentences("Wait\u2026 then go. Wait\u2026 Go.", "en",
                     "Wait\u2026 then go. |Wait\u2026 |Go.|");
    assert_sentences("Wait... then go.", "en", "Wait... then go.|");
}

static void addresses_hold_their_marks(void **state)
{
    (void)state;
    assert_sentences("See https://a.org/x?Y=1!Z now. Go.", "en",
                     "See https://a.org/x?Y=1!Z now. |Go.|");
}

static void brackets_and_quotes_close_behind_the_stop(void **state)
{
    (void)state;
    assert_sentences("(One.) Two.", "en", "(One.) |Two.|");
    assert_sentences("(Till 5 e.g.) Call.", "en", "(Till 5 e.g.) |Call.|");
    assert_sentences("\u597d\u3002\uff08\u597d\u3002\uff09\u597d\u3002", "zh",
                     "\u597d\u3002|\uff08\u597d\u3002\uff09|\u597d\u3002|");
    assert_sentences("!(a.jpg)[A coil]", "en", "!(a.jpg)[A coil]|");
}

static void the_next_letter_decides_behind_a_full_stop(void **state)
{
    (void)state;
    assert_sentences("Take one. (No more.) Rest.", "en", "Take one. |(No more.) |Rest.|");
    assert_sentences("Take tab. (5 mg) now.", "en", "Take tab. (5 mg) now.|");
    assert_sentences("Take one! (5 mg) Two? 5 mg.", "en", "Take one! |(5 mg) Two? |5 mg.|");
    assert_sentences("Duerma. ¿Sueña? «Sí.» Ósea.", "es", "Duerma. |¿Sueña? |«Sí.» |Ósea.|");
    assert_sentences("One, - two? - three. ...", "en", "One, - two? - three. ...|");
    assert_sentences("Say – “Go.” Then • do — so. I", "en", "Say – “Go.” |Then • do — so. I|");
}

static void line_ends_part_them(void **state)
{
    (void)state;
    assert_sentences("12 Hill Road\u2028Dr.\u2028lee", "en", "12 Hill Road\u2028|Dr.\u2028|lee|");
}

static void other_scripts_have_their_own_marks(void **state)
{
    (void)state;
    assert_sentences("治疗。很好！好？", "zh-CN", "治疗。|很好！|好？|");
    assert_sentences("यह ठीक है। और क्या?", "hi", "यह ठीक है। |और क्या?|");
    assert_sentences("كيف حالك؟ بخير. نعم!", "ar", "كيف حالك؟ |بخير. |نعم!|");
    assert_sentences("یہ ہے۔ وہ ہے۔", "ur", "یہ ہے۔ |وہ ہے۔|");
    assert_sentences("ይህ ነው። ያ ነው፧ አዎ።", "am", "ይህ ነው። |ያ ነው፧ |አዎ።|");
    assert_sentences("សូម។ ការ៕ការ", "km", "សូម។ |ការ៕|ការ|");
    assert_sentences("ကောင်း။ ပါ။", "my", "ကောင်း။ |ပါ။|");
}

static void stops_of_any_script_are_known(void **state)
{
    (void)state;
    static const char full[] = ".।۔።။។。", other[] = "?!؟፧？！", none[] = ",:;，…a क";
    for (const char *p = full; *p; p = g_utf8_next_char(p))
        assert_true(sentence_is_full_stop(g_utf8_get_char(p)));
    for (const char *p = other; *p; p = g_utf8_next_char(p)) {
        assert_true(sentence_is_stop(g_utf8_get_char(p)));
        assert_false(sentence_is_full_stop(g_utf8_get_char(p)));
    }
    for (const char *p = none; *p; p = g_utf8_next_char(p))
        assert_false(sentence_is_stop(g_utf8_get_char(p)));
}

static void colons_of_any_script_are_known(void **state)
{
    (void)state;
    static const char colons[] = ":：៖፦", none[] = ".;,؛፣a";
    for (const char *p = colons; *p; p = g_utf8_next_char(p))
        assert_true(sentence_is_colon(g_utf8_get_char(p)));
    for (const char *p = none; *p; p = g_utf8_next_char(p))
        assert_false(sentence_is_colon(g_utf8_get_char(p)));
}

static void words_announce_by_their_last_sign(void **state)
{
    (void)state;
    assert_true(sentence_announces("What helps:"));
    assert_true(sentence_announces("有什么帮助： \n"));
    assert_false(sentence_announces("At 10:30 it opens."));
    assert_false(sentence_announces(" "));
    assert_false(sentence_announces(""));
}

static void pauses_of_any_script_are_known(void **state)
{
    (void)state;
    static const char commas[] = ",،፣、，", semicolons[] = ";؛፤；", none[] = ".:፥…a";
    for (const char *p = commas; *p; p = g_utf8_next_char(p)) {
        assert_true(sentence_is_comma(g_utf8_get_char(p)));
        assert_false(sentence_is_semicolon(g_utf8_get_char(p)));
    }
    for (const char *p = semicolons; *p; p = g_utf8_next_char(p)) {
        assert_true(sentence_is_semicolon(g_utf8_get_char(p)));
        assert_false(sentence_is_comma(g_utf8_get_char(p)));
    }
    for (const char *p = none; *p; p = g_utf8_next_char(p))
        assert_false(sentence_is_comma(g_utf8_get_char(p)) ||
                     sentence_is_semicolon(g_utf8_get_char(p)));
}

static void thai_and_lao_do_not_mark_the_ends(void **state)
{
    (void)state;
    assert_false(sentence_ends_are_marked("th"));
    assert_false(sentence_ends_are_marked("lo-LA"));
    assert_true(sentence_ends_are_marked("tha"));
    assert_true(sentence_ends_are_marked("km"));
}

static void a_paragraph_of_hindi_has_its_eight_sentences(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 8; i++)
        g_string_append(text, "यह एक छोटा वाक्य है। ");
    g_autoptr(GArray) ends = sentence_ends(text->str, "hi", abbreviations);
    assert_int_equal(ends->len, 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_end_at_their_marks),
        cmocka_unit_test(numbers_do_not_end_them),
        cmocka_unit_test(abbreviations_do_not_end_them),
        cmocka_unit_test(an_abbreviation_is_a_word_of_its_own),
        cmocka_unit_test(an_abbreviation_may_open_with_a_capital),
        cmocka_unit_test(abbreviations_hold_blanks),
        cmocka_unit_test(initials_do_not_end_them),
        cmocka_unit_test(a_small_letter_starts_none),
        cmocka_unit_test(addresses_hold_their_marks),
        cmocka_unit_test(brackets_and_quotes_close_behind_the_stop),
        cmocka_unit_test(the_next_letter_decides_behind_a_full_stop),
        cmocka_unit_test(line_ends_part_them),
        cmocka_unit_test(other_scripts_have_their_own_marks),
        cmocka_unit_test(stops_of_any_script_are_known),
        cmocka_unit_test(colons_of_any_script_are_known),
        cmocka_unit_test(words_announce_by_their_last_sign),
        cmocka_unit_test(pauses_of_any_script_are_known),
        cmocka_unit_test(thai_and_lao_do_not_mark_the_ends),
        cmocka_unit_test(a_paragraph_of_hindi_has_its_eight_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
