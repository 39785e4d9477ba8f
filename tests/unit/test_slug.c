/* Names of files, made of words in many scripts. */
#include "scratch.h"

#include "base/slug.h"

static void assert_slug(const char *words, size_t longest, const char *wanted)
{
    g_autofree char *slug = slug_new(words, longest);
    if (g_strcmp0(slug, wanted) != 0)
        fail_msg("'%s' is called '%s', not '%s'", words, slug, wanted);
}

static void words_are_joined_by_hyphens(void **state)
{
    (void)state;
    assert_slug("Ready to Renew Your Life?", 40, "ready-to-renew-your-life");
    assert_slug("  TMS & you -- 2nd edition ", 40, "tms-you-2nd-edition");
    assert_slug("What's new? The child’s sleep", 40, "whats-new-the-childs-sleep");
    assert_slug("../../etc/passwd", 40, "etc-passwd");
}

static void letters_lose_their_marks(void **state)
{
    (void)state;
    assert_slug("¿Se habla español?", 40, "se-habla-espanol");
    assert_slug("Müde Straße", 40, "mude-strasse");
    assert_slug("Đau đầu ở trẻ", 40, "dau-dau-o-tre");
    assert_slug("Ağrısız Łódź", 40, "agrisiz-lodz");
}

static void scripts_without_latin_letters_give_none(void **state)
{
    (void)state;
    assert_slug("睡眠", 40, NULL);
    assert_slug("Сон и отдых", 40, NULL);
    assert_slug("النوم", 40, NULL);
    assert_slug("…", 40, NULL);
    assert_slug("", 40, NULL);
    assert_slug("a\xFF\xE2", 40, "a");
    assert_slug("TMS 治疗 2", 40, "tms-2");
}

static void long_names_end_with_a_word(void **state)
{
    (void)state;
    assert_slug("one two three", 13, "one-two-three");
    assert_slug("one two three", 12, "one-two");
    assert_slug("one two three", 7, "one-two");
    assert_slug("incomprehensible", 4, "inco");
}

static void names_are_told_from_other_texts(void **state)
{
    (void)state;
    assert_true(slug_is("tms-2"));
    assert_false(slug_is(""));
    assert_false(slug_is("TMS"));
    assert_false(slug_is("a/b"));
    assert_false(slug_is("müde"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_joined_by_hyphens),
        cmocka_unit_test(letters_lose_their_marks),
        cmocka_unit_test(scripts_without_latin_letters_give_none),
        cmocka_unit_test(long_names_end_with_a_word),
        cmocka_unit_test(names_are_told_from_other_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
