/* What a translation says of itself, and which article it was made from. */
#include "article_sketch.h"

#include "content/named.h"
#include "content/translation.h"

#define FRONT(keys) "---\ntitle: T\nlang: es\ntranslation:\n" keys "---\nHola\n"

static void it_names_its_source_and_its_translator(void **state)
{
    struct scratch *s = *state;
    struct article *article = load(s, FRONT("  of: sleep\n  by: A. Vega\n  machine: no\n"
                                            "  reviewed_by: B. Ruiz\n  reviewed_on: 2026-05-04\n"
                                            "  source_version: '2.1'\n"));
    assert_int_equal(diag_errors(s->diag), 0);
    const struct translation *translation = &article->translation;
    assert_string_equal(translation->of.value, "sleep");
    assert_string_equal(translation->by.value, "A. Vega");
    assert_string_equal(translation->reviewed_by.value, "B. Ruiz");
    assert_string_equal(translation->source_version.value, "2.1");
    assert_int_equal(translation->reviewed_on.pos.line, 9);
    assert_false(translation_is_unread(translation));
    article_free(article);
}

static void what_it_cannot_say_is_an_error_in_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *text, *said;
    } wrong[] = {
        {FRONT("  machine: perhaps\n"),
         "a.md:5:12: error: 'machine' is 'perhaps': write 'yes' or 'no'"},
        {FRONT("  reviewed_on: May\n"), "a.md:5:16: error: 'May' is no date"},
        {FRONT("  of: sleep.md\n"), "a.md:5:7: error: 'of' is 'sleep.md': write the file name"},
        {FRONT("  of: a/sleep\n"), "a.md:5:7: error: 'of' is 'a/sleep': write the file name"},
        {FRONT("  reviewer: B. Ruiz\n"), "a.md:5:3: error: unknown key 'reviewer'"},
        {"---\ntitle: T\nlang: es\ncritical: very\n---\nHola\n",
         "a.md:4:11: error: 'very' is no critical"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        void *own;
        scratch_setup(&own);
        struct scratch *s = own;
        article_free(load(s, wrong[i].text));
        assert_int_equal(diag_errors(s->diag), 1);
        assert_said(s->diag, wrong[i].said);
        scratch_teardown(&own);
    }
}

static void a_machine_s_words_wait_for_a_reader(void **state)
{
    struct scratch *s = *state;
    struct article *waits = load(s, FRONT("  machine: yes\n  reviewed_by:\n")),
                   *read = load(s, FRONT("  machine: yes\n  reviewed_by: B. Ruiz\n")),
                   *person = load(s, FRONT("  by: A. Vega\n"));
    assert_true(translation_is_unread(&waits->translation));
    assert_false(translation_is_unread(&read->translation));
    assert_false(translation_is_unread(&person->translation));
    article_free(waits);
    article_free(read);
    article_free(person);
}

/* The file name of the source of an article of that name, "": none. */
static char *source_of(struct scratch *s, const char *name, const char *front)
{
    g_autofree char *text = g_strdup_printf("---\ntitle: T\n%s---\nText\n", front);
    g_autofree char *path = scratch_write(s, name, text, -1);
    struct article *article = article_load(path, s->diag);
    g_autofree char *source = article_source_path(article);
    article_free(article);
    return source ? g_path_get_basename(source) : g_strdup("");
}

static void its_source_is_the_one_that_it_is_named_like(void **state)
{
    struct scratch *s = *state;
    g_free(scratch_write(s, "My visit.md", "Text\n", -1));
    g_free(scratch_write(s, "guide.md", "Text\n", -1));
    static const struct {
        const char *name, *front, *source;
    } named[] = {
        {"My visit.es.md", "lang: es\n", "My visit.md"},
        {"My visit-es.md", "lang: es-MX\n", "My visit.md"},
        {"My visit-pt-BR.md", "lang: pt-BR\n", "My visit.md"},
        {"guide-to.md", "lang: es\n", ""}, /* no translation into Tongan */
        {"guide.es.md", "lang: fr\n", ""}, /* in another language than it is named for */
        {"alone.es.md", "lang: es\n", ""}, /* of nothing that is there */
        {"sueno.md", "lang: es\ntranslation: {of: guide}\n", "guide.md"},
        {"siesta.md", "lang: es\ntranslation: {of: gone}\n", "gone.md"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(named); i++) {
        g_autofree char *source = source_of(s, named[i].name, named[i].front);
        assert_string_equal(source, named[i].source);
    }
}

static void a_language_at_the_end_of_a_name_is_found(void **state)
{
    (void)state;
    static const struct {
        const char *name, *lang;
        size_t before, before_any;
    } names[] = {
        {"mri", "en", 3, 3},          {"mri.es", "es", 3, 3},
        {"mri.pt-br", "pt-BR", 3, 3}, {"mri-es", "es-MX", 3, 3},
        {"mri-pt-br", "pt-BR", 3, 3}, {"x-ray", "en", 5, 1},
        {"mri-en.es", "es", 6, 3},    {"es", "es", 2, 2},
        {"-es", "es", 3, 3},          {"after-surgery", "es", 13, 13},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        assert_int_equal(named_before(names[i].name, names[i].lang), names[i].before);
        assert_int_equal(named_before_any(names[i].name), names[i].before_any);
    }
    g_autofree char *brazil = named_lang("mri-pt-br", 3);
    assert_string_equal(brazil, "pt-BR");
    assert_null(named_lang("mri-pt-br", 2));
    assert_null(named_lang("mri", 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(it_names_its_source_and_its_translator),
        cmocka_unit_test(what_it_cannot_say_is_an_error_in_its_place),
        scratch_test(a_machine_s_words_wait_for_a_reader),
        scratch_test(its_source_is_the_one_that_it_is_named_like),
        cmocka_unit_test(a_language_at_the_end_of_a_name_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
