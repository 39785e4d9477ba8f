/* Words in letters that their language is not written in are marked as of another one. */
#include "desk.h"

#include "document/walk.h"

/* "P[words] Span:he[words]": the words, each with its element's role and what language it names. */
static char *marked_words(const struct document *document)
{
    g_autoptr(GArray) steps = document_walk(document, PART_SET(PART_BODY));
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < steps->len; i++) {
        const struct step *step = &g_array_index(steps, struct step, i);
        if (step->kind != STEP_WORDS)
            continue;
        const char *lang = step->element->lang;
        g_string_append_printf(out, "%s%s%s%s[%s]", out->len ? " " : "",
                               role_name(step->element->role), lang ? ":" : "", lang ? lang : "",
                               step->span->text);
    }
    return g_string_free(out, FALSE);
}

static const struct {
    const char *front, *body, *wanted;
} cases[] = {
    {"", "Plain words, naïve μ and β-blockers", "P[Plain words, naïve μ and β-blockers]"},
    {"", "## עברית", "H2:he[עברית]"},
    {"", "## Привет, мир", "H2:und-Cyrl[Привет, мир]"},
    {"", "- one\n- ไทย", "LBody[one] LBody:th[ไทย]"},
    {"", "Say שלום רב, please", "P[Say ] Span:he[שלום רב] P[, please]"},
    {"", "Say שלום and привет.", "P[Say ] Span:he[שלום] P[ and ] Span:und-Cyrl[привет] P[.]"},
    {"", "שלום [שלום](https://c.example) one",
     "Span:he[שלום] P[ ] Span:he[שלום] Link[ (c.example)] P[ one]"},
    {"", "**הרופא** a", "Span:he[הרופא] P[ a]"},
    {"", "Read 日本語のページ now", "P[Read ] Span:ja[日本語のページ] P[ now]"},
    {"", "Read 治疗 now", "P[Read ] Span:zh[治疗] P[ now]"},
    {"", "Take αβγ", "P[Take ] Span:el[αβγ]"},
    {"", "<span lang=\"yi\">שלום</span> a", "Span:yi[שלום] P[ a]"},
    {"lang: ru\n", "Лечение TMS и MRI", "P[Лечение TMS и MRI]"},
    {"lang: ru\n", "English words in plain letters", "P:und-Latn[English words in plain letters]"},
    {"lang: ru\n", "TMS therapy", "P[TMS therapy]"},
    {"lang: ru\n", "https://c.example/one/two", "Link[https://c.example/one/two]"},
    {"lang: sr\n", "Ово је лек. Ovo je lek.", "P[Ово је лек. Ovo je lek.]"},
    {"lang: ja\n", "治療とカナ", "P[治療とカナ]"},
    {"lang: ko\n", "치료 治療", "P[치료 治療]"},
    {"lang: zh-Hant\n", "治療", "P[治療]"},
    {"lang: zh-Hant\n", "治療 שלום", "P[治療 ] Span:he[שלום]"},
};

static void words_in_other_letters_name_their_language(void **state)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct desk desk;
        desk_compose(&desk, *state, cases[i].front, cases[i].body, plain_clinic, MEDIUM_PAPER);
        g_autofree char *found = marked_words(desk.document);
        assert_string_equal(found, cases[i].wanted);
        desk_clear(&desk);
    }
}

/* Among the children of an element, new ones stand where their words are. */
static void parts_stand_in_reading_order(void **state)
{
    struct desk desk;
    desk_compose(&desk, *state, "", "[a](https://c.example) שלום `b` мир [c](https://d.example)\n",
                 plain_clinic, MEDIUM_PAPER);
    g_autoptr(GPtrArray) blocks = document_blocks(desk.document, PART_SET(PART_BODY));
    const struct block *block = blocks->pdata[0];
    const GPtrArray *children = block->element->children;
    g_autoptr(GString) found = g_string_new(NULL);
    for (guint i = 0; i < children->len; i++) {
        const struct element *child = children->pdata[i];
        g_string_append_printf(found, "%s ", child->lang ? child->lang : role_name(child->role));
    }
    assert_string_equal(found->str, "Link he Code und-Cyrl Link ");
    desk_clear(&desk);
}

static void a_clinic_s_name_is_words_too(void **state)
{
    struct desk desk;
    desk_compose(&desk, *state, "", "Body.\n", "name: מרפאה\n", MEDIUM_PAPER);
    const struct block *name = desk.document->blocks->pdata[0];
    assert_string_equal(name->element->lang, "he");
    desk_clear(&desk);
    desk_compose(&desk, *state, "title: علاج\nlang: ar\n", "نص\n", "name: One Two Three Four\n",
                 MEDIUM_PAPER);
    name = desk.document->blocks->pdata[0];
    assert_null(name->element->lang);
    desk_clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(words_in_other_letters_name_their_language),
        scratch_test(parts_stand_in_reading_order),
        scratch_test(a_clinic_s_name_is_words_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
