/* Language tags: how they are spelt, which fits which, and where words in one are looked up. */
#include "scratch.h"

#include "base/lang.h"

static void assert_canonical(const char *tag, const char *wanted)
{
    g_autofree char *canonical = lang_canonical(tag);
    if (g_strcmp0(canonical, wanted) != 0)
        fail_msg("'%s' is spelt '%s', not '%s'", tag, canonical, wanted);
}

static void tags_have_a_usual_spelling(void **state)
{
    (void)state;
    assert_canonical("EN-us", "en-US");
    assert_canonical("ZH-hANT-tw", "zh-Hant-TW");
    assert_canonical("fil", "fil");
    assert_canonical("es-419", "es-419");
    assert_canonical("de-1996", "de-1996");
    assert_canonical("sl-ROZAJ", "sl-rozaj");
    assert_canonical("ar-EG-U-NU-Latn", "ar-EG-u-nu-latn"); /* RFC 5646, 2.1.1 */
    assert_canonical("en-x-US", "en-x-us");
}

static void other_words_are_no_tags(void **state)
{
    static const char *const words[] = {"",    "e",  "English",      "en_US", "en-",
                                        "-en", "e1", "en-abcdefghi", "en US", "é-US"};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        assert_canonical(words[i], NULL);
}

static void a_range_matches_what_is_as_exact_or_more(void **state)
{
    (void)state;
    assert_true(lang_matches("en", "en"));
    assert_true(lang_matches("en", "EN-us"));
    assert_true(lang_matches("zh-Hant", "zh-hant-TW"));
    assert_false(lang_matches("en-GB", "en"));
    assert_false(lang_matches("en-GB", "en-US"));
    assert_false(lang_matches("en", "enm"));
    assert_false(lang_matches("en", "fr"));
}

static void regions_and_scripts_part_no_language(void **state)
{
    (void)state;
    assert_true(lang_same("pt-BR", "pt"));
    assert_true(lang_same("en", "EN-GB"));
    assert_false(lang_same("fi", "fil"));
    assert_false(lang_same("fil-PH", "fi"));
}

static void assert_lookup(const char *tag, const char *wanted)
{
    g_autoptr(GPtrArray) tags = lang_lookup(tag);
    g_ptr_array_add(tags, NULL);
    g_autofree char *joined = g_strjoinv(" ", (char **)tags->pdata);
    assert_string_equal(joined, wanted);
}

static void languages_have_their_direction(void **state)
{
    (void)state;
    static const char *const right[] = {"ar",    "he",      "fa",      "ur-PK", "sd",  "ug",
                                        "pa-PK", "pa-Arab", "az-Arab", "dv",    "nqo", "syr"};
    static const char *const left[] = {"en",      "pa",      "pa-IN",   "az",    "kk",
                                       "ku",      "ms",      "ha",      "tr",    "uz",
                                       "ug-Cyrl", "sd-Deva", "ks-Deva", "no tag"};
    for (size_t i = 0; i < G_N_ELEMENTS(right); i++)
        if (!lang_is_rtl(right[i]))
            fail_msg("'%s' is read from the right", right[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(left); i++)
        if (lang_is_rtl(left[i]))
            fail_msg("'%s' is read from the left", left[i]);
}

static void words_are_looked_up_by_shorter_tags(void **state)
{
    (void)state;
    assert_lookup("es-MX", "es-MX es-Latn es");
    assert_lookup("en", "en-Latn en");
    assert_lookup("zh-TW", "zh-TW zh-Hant");
    assert_lookup("zh-Hant-HK", "zh-Hant-HK zh-Hant");
    assert_lookup("zh", "zh-Hans zh");
    assert_lookup("pa_pk", "pa-PK pa-Arab");
    assert_lookup("tl", "tl-Latn tl fil-Latn fil");
    assert_lookup("en-US-x-desk", "en-US-x-desk en-US en-Latn en");
    assert_lookup("no tag", "");
}

static void a_tag_may_name_a_country(void **state)
{
    (void)state;
    g_autofree char *mexico = lang_country("es-mx"), *taiwan = lang_country("zh-Hant-TW");
    assert_string_equal(mexico, "MX");
    assert_string_equal(taiwan, "TW");
    assert_null(lang_country("es"));
    assert_null(lang_country("es-419"));
    assert_null(lang_country("en-x-us"));
    assert_null(lang_country("no tag"));
}

static void a_tag_is_equal_whatever_its_case(void **state)
{
    (void)state;
    assert_true(lang_equal("es-MX", "es-mx"));
    assert_false(lang_equal("es", "es-MX"));
}

static void languages_have_their_letters(void **state)
{
    (void)state;
    assert_true(lang_has_script("en-US", G_UNICODE_SCRIPT_LATIN));
    assert_false(lang_has_script("en-US", G_UNICODE_SCRIPT_CYRILLIC));
    assert_true(lang_has_script("he", G_UNICODE_SCRIPT_HEBREW));
    assert_false(lang_has_script("he", G_UNICODE_SCRIPT_LATIN));
    assert_true(lang_has_script("hi-Latn", G_UNICODE_SCRIPT_LATIN));
    assert_true(lang_has_script("pa-PK", G_UNICODE_SCRIPT_ARABIC));
    assert_true(lang_has_script("ja", G_UNICODE_SCRIPT_HIRAGANA));
    assert_true(lang_has_script("zh-TW", G_UNICODE_SCRIPT_HAN));
    assert_true(lang_has_script("sr", G_UNICODE_SCRIPT_LATIN));
    assert_true(lang_has_script("uz", G_UNICODE_SCRIPT_CYRILLIC));
    assert_true(lang_has_script("no tag", G_UNICODE_SCRIPT_LATIN));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_have_a_usual_spelling),
        cmocka_unit_test(other_words_are_no_tags),
        cmocka_unit_test(a_range_matches_what_is_as_exact_or_more),
        cmocka_unit_test(regions_and_scripts_part_no_language),
        cmocka_unit_test(a_tag_may_name_a_country),
        cmocka_unit_test(a_tag_is_equal_whatever_its_case),
        cmocka_unit_test(languages_have_their_letters),
        cmocka_unit_test(languages_have_their_direction),
        cmocka_unit_test(words_are_looked_up_by_shorter_tags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
