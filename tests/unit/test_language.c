/* Languages: which record a tag leads to, and what checks make of a language that lacks one. */
#include "check_sketch.h"

#include "examine/language.h"

static void tags_lead_to_their_language(void **state)
{
    (void)state;
    assert_ptr_equal(language_checks_for("en"), &language_english);
    assert_ptr_equal(language_checks_for("en-GB"), &language_english);
    assert_ptr_equal(language_checks_for("es-MX"), &language_spanish);
    static const char *const others[] = {"enm", "fr", "e", "", "zh-Hant"};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        assert_null(language_checks_for(others[i])->lang);
}

/* Words of the text are compared with the lists as they are. */
static void lists_are_in_lower_case(void **state)
{
    const struct language_checks *l = &language_english;
    const char *const *const lists[] = {
        l->known_abbreviations,
        l->you,
        l->about_reader,
        l->sums,
        l->asking,
        l->please,
        l->first,
        l->later,
        l->promise,
        l->vague_links,
        l->vague_headings,
        l->alt_empty,
        l->alt_openings,
        l->opening,
        l->crisis,
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        assert_non_null(lists[i][0]);
        for (const char *const *word = lists[i]; *word; word++) {
            g_autofree char *lower = g_ascii_strdown(*word, -1);
            assert_string_equal(*word, lower);
        }
    }
}

#define POOR_BODY                                                                                  \
    "## Overview\n\nFirst read it. Then sign. The patient should utilize MRI: 5%, 2.5 in all. It " \
    "is "                                                                                          \
    "taken. It is given. It is made. [Here](https://harbour-sleep.org/) ![logo](a.png)\n"

/* The same text, taken for French: no check says anything of its words. */
static void a_language_without_lists_is_not_judged_by_those_of_another(void **state)
{
    static const enum rule of_words[] = {RULE_JARGON,       RULE_ABBREVIATION,  RULE_STEPS,
                                         RULE_NUMBERS,      RULE_HEADING_VAGUE, RULE_LINK_VAGUE,
                                         RULE_THIRD_PERSON, RULE_PASSIVE_RATE};
    struct scratch *s = *state;
    examine(s, GOOD_FRONT, POOR_BODY, GOOD_CLINIC, "");
    for (size_t i = 0; i < G_N_ELEMENTS(of_words); i++)
        assert_true(count_rule(s->diag, of_words[i]) > 0);
    struct diag *diag = g_steal_pointer(&s->diag);
    diag_free(diag);
    s->diag = diag_new(false);
    examine(s, "title: T\nlang: fr\n", POOR_BODY, GOOD_CLINIC, "");
    for (size_t i = 0; i < G_N_ELEMENTS(of_words); i++)
        assert_int_equal(count_rule(s->diag, of_words[i]), 0);
    assert_int_equal(count_rule(s->diag, RULE_ALT_QUALITY), 1);
}

#define LANGUAGE_TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_lead_to_their_language),
        cmocka_unit_test(lists_are_in_lower_case),
        LANGUAGE_TEST(a_language_without_lists_is_not_judged_by_those_of_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
