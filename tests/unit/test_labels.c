/* Labels: the right language, all words given, places filled in. */
#include "scratch.h"

#include "content/labels.h"

/* The clinic's own English labels, which the tests run beside. */
#define ENGLISH "content/labels/en.yaml"

static char *english(void)
{
    char *text = NULL;
    assert_true(g_file_get_contents(ENGLISH, &text, NULL, NULL));
    return text;
}

/* English with the line that starts with `from` replaced by `to`. */
static char *english_but(const char *from, const char *to)
{
    g_autofree char *text = english();
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    unsigned found = 0;
    for (char **line = lines; *line; line++) {
        if (!g_str_has_prefix(*line, from))
            continue;
        found++;
        g_free(*line);
        *line = g_strdup(to);
    }
    assert_int_equal(found, 1);
    return g_strjoinv("\n", lines);
}

static struct labels *load(struct scratch *s, const char *lang)
{
    return labels_load(s->directory, lang, (struct pos){g_intern_string("a.md"), 3, 7}, s->diag);
}

static void add(struct scratch *s, const char *name, const char *text)
{
    g_autofree char *path = scratch_write(s, name, text, -1);
}

static void english_has_every_word(void **state)
{
    struct scratch *s = *state;
    struct labels *labels = labels_load("content/labels", "en-US", (struct pos){0}, s->diag);
    assert_silent(s->diag);
    for (int i = 0; i < LABEL_COUNT; i++)
        assert_true(*labels_get(labels, i));
    assert_string_equal(labels_lang(labels), "en");
    assert_string_equal(labels_abbreviations(labels)[0], "Dr.");
    labels_free(labels);
}

static void places_are_filled_in(void **state)
{
    struct scratch *s = *state;
    struct labels *labels = labels_load("content/labels", "en", (struct pos){0}, s->diag);
    g_autofree char *page = labels_format(labels, LABEL_PAGE_OF, "page", "2", "pages", "6", NULL);
    assert_string_equal(page, "Page 2 of 6");
    /* What is filled in is not looked at for places again. */
    g_autofree char *tricky =
        labels_format(labels, LABEL_PAGE_OF, "page", "{pages}", "pages", "%s", NULL);
    assert_string_equal(tricky, "Page {pages} of %s");
    labels_free(labels);
}

static void the_nearest_language_is_taken(void **state)
{
    struct scratch *s = *state;
    g_autofree char *en = english();
    g_autofree char *es = english_but("email:", "email: Correo");
    g_autofree char *mx = english_but("email:", "email: Mail");
    add(s, "en.yaml", en);
    add(s, "es.yaml", es);
    add(s, "es-MX.yaml", mx);
    static const struct {
        const char *lang, *used, *email;
    } cases[] = {{"es-MX", "es-MX", "Mail"}, {"es-AR", "es", "Correo"}, {"es", "es", "Correo"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct labels *labels = load(s, cases[i].lang);
        assert_string_equal(labels_lang(labels), cases[i].used);
        assert_string_equal(labels_get(labels, LABEL_EMAIL), cases[i].email);
        labels_free(labels);
    }
    assert_silent(s->diag);
}

static void an_unknown_language_gets_english_and_a_warning(void **state)
{
    struct scratch *s = *state;
    g_autofree char *en = english();
    add(s, "en.yaml", en);
    struct labels *labels = load(s, "fr-CA");
    assert_string_equal(labels_lang(labels), "en");
    assert_said(s->diag, "a.md:3:7: warning: 'fr-CA' has no labels");
    labels_free(labels);
}

static void without_english_there_are_no_labels(void **state)
{
    struct scratch *s = *state;
    assert_null(load(s, "fr"));
    assert_said(s->diag, "en.yaml' cannot be read");
}

static void broken_labels_are_refused(void **state)
{
    static const struct {
        const char *from, *to, *said;
    } cases[] = {
        {"email:", "", "en.yaml: error: the label 'email' has no words [labels-incomplete]"},
        {"email:", "email:", "error: the label 'email' has no words"},
        {"page_of:", "page_of: Page {page}", "error: the words of 'page_of' leave out '{pages}'"},
        {"page_of:", "page_of: Page {page} of {pages} in {book}",
         "error: 'page_of' has no place '{book}'"},
        {"email:", "e_mail: Email", "unknown key 'e_mail': did you mean 'email'?"},
        {"email:", "email: [a]", "'email' holds one value"},
        {"email:", "email: \"a\tb", "cannot be read here"},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        void *inner;
        assert_int_equal(scratch_setup(&inner), 0);
        struct scratch *s = inner;
        g_autofree char *text = english_but(cases[i].from, cases[i].to);
        add(s, "en.yaml", text);
        assert_null(load(s, "en"));
        assert_said(s->diag, cases[i].said);
        scratch_teardown(&inner);
    }
}

static void times_may_count_to_24(void **state)
{
    struct scratch *s = *state;
    g_autofree char *text = english_but("time_pm:", "time_pm: \"{hour24} Uhr\"");
    add(s, "en.yaml", text);
    struct labels *labels = load(s, "en");
    g_autofree char *time =
        labels_format(labels, LABEL_TIME_PM, "hour", "5", "hour24", "17", "minute", "00", NULL);
    assert_string_equal(time, "17 Uhr");
    labels_free(labels);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(english_has_every_word),
        scratch_test(places_are_filled_in),
        scratch_test(the_nearest_language_is_taken),
        scratch_test(an_unknown_language_gets_english_and_a_warning),
        scratch_test(without_english_there_are_no_labels),
        cmocka_unit_test(broken_labels_are_refused),
        scratch_test(times_may_count_to_24),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
