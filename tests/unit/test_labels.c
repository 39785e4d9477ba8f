/* Labels: the right language, key by key, places filled in, and what is said about the files. */
#include "scratch.h"

#include "base/paths.h"
#include "content/country.h"
#include "content/labels_parts.h"
#include "content/plain.h"
#include "content/yaml.h"

static struct labels *load(struct scratch *s, const char *lang)
{
    return labels_load(s->directory, lang, (struct pos){paths_number("a.md"), 3, 7}, s->diag);
}

static void add(struct scratch *s, const char *name, const char *text)
{
    g_autofree char *path = scratch_write(s, name, text, -1);
}

/* The program's own English words, as a file that a clinic copies. */
static char *english(void)
{
    char *text = NULL;
    assert_true(g_file_get_contents("src/content/labels/en.yaml", &text, NULL, NULL));
    return text;
}

/* Every label in the fewest words. */
static char *whole_file(const char *more)
{
    GString *text = g_string_new(more);
    g_string_append(text, "direction: ltr\n");
    g_autofree char *en = english();
    g_auto(GStrv) lines = g_strsplit(en, "\n", -1);
    for (char **line = lines; *line; line++) {
        char *colon = strchr(*line, ':');
        bool list = colon && colon[1] == ' ' && colon[2] == '[';
        if (!colon || **line == '#' || list || g_str_has_prefix(*line, "direction"))
            continue;
        g_autofree char *key = g_strndup(*line, colon - *line);
        g_auto(GStrv) places = g_strsplit(colon, "{", -1);
        g_string_append_printf(text, "%s: \"~", key);
        for (char **place = places + 1; *places && *place; place++)
            g_string_append_printf(text, "{%.*s}", (int)strcspn(*place, "}"), *place);
        g_string_append(text, "\"\n");
    }
    return g_string_free(text, FALSE);
}

static unsigned count_said(struct scratch *s, const char *words)
{
    g_autofree char *said = printed(s->diag);
    unsigned count = 0;
    for (const char *at = said; (at = strstr(at, words)); at++)
        count++;
    return count;
}

static void english_has_every_word(void **state)
{
    struct scratch *s = *state;
    struct labels *labels = load(s, "en-US");
    assert_silent(s->diag);
    for (int i = 0; i < LABEL_COUNT; i++)
        assert_true(*labels_get(labels, i));
    for (int i = 0; i < LABELS_COUNT; i++)
        assert_non_null(labels_list(labels, i)[0]);
    assert_string_equal(labels_lang(labels), "en");
    assert_string_equal(labels_list(labels, LABELS_ABBREVIATIONS)[0], "Dr.");
    assert_string_equal(labels_list(labels, LABELS_MONTHS)[11], "December");
    labels_free(labels);
}

static void places_are_filled_in(void **state)
{
    struct scratch *s = *state;
    struct labels *labels = load(s, "en");
    g_autofree char *page = labels_format(labels, LABEL_PAGE_OF, "page", "2", "pages", "6", NULL);
    assert_string_equal(page, "Page 2 of 6");
    /* What is filled in is not looked at for places again. */
    g_autofree char *tricky =
        labels_format(labels, LABEL_PAGE_OF, "page", "{pages}", "pages", "%s", NULL);
    assert_string_equal(tricky, "Page {pages} of %s");
    labels_free(labels);
}

static void the_clinic_changes_key_by_key(void **state)
{
    struct scratch *s = *state;
    add(s, "en.yaml", "email: Mail\nsmall_words: [a, the]\n");
    add(s, "en-GB.yaml", "call_us: Ring us\n");
    struct labels *labels = load(s, "en-GB");
    assert_silent(s->diag);
    assert_string_equal(labels_get(labels, LABEL_CALL_US), "Ring us");
    assert_string_equal(labels_get(labels, LABEL_EMAIL), "Mail");
    assert_string_equal(labels_get(labels, LABEL_WEBSITE), "Website");
    assert_string_equal(labels_get(labels, LABEL_DATE_DAY), "{day} {month} {year}");
    assert_string_equal(labels_list(labels, LABELS_SMALL_WORDS)[1], "the");
    assert_null(labels_list(labels, LABELS_SMALL_WORDS)[2]);
    labels_free(labels);
}

static void the_nearest_tag_comes_first(void **state)
{
    struct scratch *s = *state;
    add(s, "sw.yaml", "email: sw\nfax: sw\ntranslation: {machine: no}\n");
    add(s, "sw-KE.yaml", "email: sw-KE\n");
    static const struct {
        const char *lang, *used, *email;
    } cases[] = {{"sw-KE", "sw-KE", "sw-KE"},
                 {"SW_ke", "sw-KE", "sw-KE"},
                 {"sw-TZ", "sw", "sw"},
                 {"sw", "sw", "sw"}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct labels *labels = load(s, cases[i].lang);
        assert_string_equal(labels_lang(labels), cases[i].used);
        assert_string_equal(labels_get(labels, LABEL_EMAIL), cases[i].email);
        assert_string_equal(labels_get(labels, LABEL_FAX), "sw");
        labels_free(labels);
    }
}

/* Two tags of one language, and two scripts of which a reader may know one. */
static void scripts_and_twins_are_told_apart(void **state)
{
    struct scratch *s = *state;
    static const struct {
        const char *file, *lang;
        bool fits;
    } cases[] = {
        {"tl", "fil-PH", true},          {"fil", "tl", true},
        {"zh-Hans", "zh", true},         {"zh-Hans", "zh-SG", true},
        {"zh-Hans", "zh-TW", false},     {"zh-Hant", "zh-TW", true},
        {"zh-Hant", "zh-HK", true},      {"zh-Hant", "zh", false},
        {"zh-Hant", "zh-Hant-MO", true}, {"zh", "zh-Hans-CN", true},
        {"zh", "zh-Hant", false},        {"pa", "pa-IN", true},
        {"pa", "pa-Arab-PK", false},     {"pa", "pa-PK", false},
        {"hi", "hi-Latn", false},        {"sr-Latn", "sr-Latn-RS", true},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *name = g_strconcat(cases[i].file, ".yaml", NULL);
        g_autofree char *path = scratch_write(s, name, "email: here\n", -1);
        struct labels *labels = load(s, cases[i].lang);
        bool fits = g_str_equal(labels_get(labels, LABEL_EMAIL), "here");
        if (fits != cases[i].fits)
            fail_msg("%s for %s", cases[i].file, cases[i].lang);
        labels_free(labels);
        assert_int_equal(g_remove(path), 0);
    }
}

static void an_unknown_language_gets_english_and_a_warning(void **state)
{
    struct scratch *s = *state;
    add(s, "en.yaml", "email: Mail\n");
    struct labels *labels = load(s, "sw-KE");
    assert_string_equal(labels_lang(labels), "en");
    assert_string_equal(labels_lang_of(labels, LABEL_EMAIL), "en");
    assert_string_equal(labels_get(labels, LABEL_EMAIL), "Mail");
    assert_said(s->diag, "a.md:3:7: warning: 'sw-KE' has no labels");
    labels_free(labels);
}

static void gaps_are_english_and_said_once(void **state)
{
    struct scratch *s = *state;
    add(s, "sw.yaml", "email: Barua pepe\nfax:\ntranslation: {machine: no}\n");
    struct labels *labels = load(s, "sw");
    assert_string_equal(labels_lang(labels), "sw");
    assert_string_equal(labels_lang_of(labels, LABEL_EMAIL), "sw");
    assert_string_equal(labels_get(labels, LABEL_FAX), "Fax");
    assert_string_equal(labels_lang_of(labels, LABEL_FAX), "en");
    /* What an English sentence needs is of no use in another language. */
    assert_null(labels_list(labels, LABELS_MONTHS)[0]);
    assert_null(labels_list(labels, LABELS_NEGATIONS)[0]);
    assert_int_equal(count_said(s, "[labels-missing]"), 1);
    g_autofree char *words =
        g_strdup_printf("sw.yaml: warning: %d labels are not given", LABEL_COUNT - 1);
    assert_said(s->diag, words);
    labels_free(labels);
}

static void a_copy_is_noticed(void **state)
{
    struct scratch *s = *state;
    g_autofree char *en = english();
    g_autofree char *copy = g_strconcat("translation: {machine: no}\n", en, NULL);
    add(s, "sw.yaml", copy);
    struct labels *labels = load(s, "sw");
    assert_int_equal(count_said(s, "[labels-copy]"), 1);
    /* It is tagged as what it is. */
    assert_string_equal(labels_lang_of(labels, LABEL_CONTACT_HEADING), "en");
    labels_free(labels);
}

static void a_copy_of_the_english_file_is_no_fault_in_english(void **state)
{
    struct scratch *s = *state;
    g_autofree char *en = english();
    add(s, "en.yaml", en);
    labels_free(load(s, "en"));
    assert_silent(s->diag);
}

static void unread_translations_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *head;
        bool said;
    } cases[] = {
        {"", true},
        {"translation: {by: handout, machine: yes}\n", true},
        {"translation: {by: Asha, machine: no}\n", false},
        {"translation: {machine: yes, reviewed_by: Asha, reviewed_on: 2026-05-01}\n", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        void *inner;
        assert_int_equal(scratch_setup(&inner), 0);
        struct scratch *s = inner;
        g_autofree char *text = whole_file(cases[i].head);
        add(s, "sw.yaml", text);
        labels_free(load(s, "sw-KE"));
        labels_free(load(s, "sw"));
        assert_int_equal(count_said(s, "[labels-unreviewed]"), cases[i].said);
        assert_int_equal(count_said(s, "["), cases[i].said);
        scratch_teardown(&inner);
    }
}

static void broken_labels_are_refused(void **state)
{
    static const struct {
        const char *text, *said;
    } cases[] = {
        {"page_of: Page {page}\n",
         "en.yaml:1:10: error: the words of 'page_of' leave out '{pages}'"},
        {"page_of: Page {page} of {pages} in {book}\n",
         "error: 'page_of' has no place '{book}': its places are '{page}', '{pages}'"},
        {"email: \"{x}\"\n", "error: 'email' has no place '{x}': take it out"},
        {"e_mail: Email\n", "unknown key 'e_mail': did you mean 'email'?"},
        {"email: [a]\n", "'email' holds one value"},
        {"email: \"a\tb\n", "cannot be read here"},
        {"days_short: [a, b]\n", "'days_short' has 2 names: write 7, from Monday on"},
        {"months: [a, b]\n", "'months' has 2 names: write 12, from January on"},
        {"direction: up\n", "'up' is no direction"},
        {"translation: {machine: maybe}\n", "'machine' is 'maybe': write 'yes' or 'no'"},
        {"translation: {reviewed_on: May}\n", "'May' is no date"},
        {"translation: {reviewer: Asha}\n", "unknown key 'reviewer'"},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        void *inner;
        assert_int_equal(scratch_setup(&inner), 0);
        struct scratch *s = inner;
        add(s, "en.yaml", cases[i].text);
        assert_null(load(s, "en"));
        assert_said(s->diag, cases[i].said);
        scratch_teardown(&inner);
    }
}

static void labels_of_earlier_versions_stop_nothing(void **state)
{
    struct scratch *s = *state;
    add(s, "en.yaml", "player_resumes: Goes on\nemail: Write to us\n");
    struct labels *labels = load(s, "en");
    assert_string_equal(labels_get(labels, LABEL_EMAIL), "Write to us");
    assert_said(s->diag, "en.yaml:1:1: note: 'player_resumes' is a label of an earlier version");
    labels_free(labels);
}

static void times_may_count_to_24(void **state)
{
    struct scratch *s = *state;
    add(s, "en.yaml", "time_pm: \"{hour24} Uhr\"\n");
    struct labels *labels = load(s, "en");
    g_autofree char *time =
        labels_format(labels, LABEL_TIME_PM, "hour", "5", "hour24", "17", "minute", "00", NULL);
    assert_string_equal(time, "17 Uhr");
    labels_free(labels);
}

static void words_are_listed_whatever_their_capitals(void **state)
{
    struct scratch *s = *state;
    add(s, "en.yaml", "small_words: [\"Straße\", Of]\n");
    struct labels *labels = load(s, "en");
    assert_true(labels_list_has(labels, LABELS_SMALL_WORDS, "STRASSE"));
    assert_true(labels_list_has(labels, LABELS_SMALL_WORDS, "of"));
    assert_false(labels_list_has(labels, LABELS_SMALL_WORDS, "o"));
    assert_false(labels_list_has(labels, LABELS_SMALL_WORDS, "off"));
    assert_false(labels_list_has(labels, LABELS_SPELLED_NUMBERS, "of"));
    assert_true(labels_list_has(labels, LABELS_SPELLED_NUMBERS, "Two"));
    labels_free(labels);
}

static void assert_same_list(const char **one, const char **other)
{
    assert_true(!one == !other);
    for (; one && *one; one++, other++)
        assert_string_equal(*one, *other);
    assert_true(!other || !*other);
}

/* A labels file that the program carries, and the same one as a clinic's own. */
static void carried_words_are_read_as_yaml_has_them(void **state)
{
    struct scratch *s = *state;
    g_auto(GStrv) langs = labels_carried();
    assert_true(g_strv_length(langs) > 20);
    for (char **lang = langs; *lang; lang++) {
        bool ok;
        struct labels_file *own = labels_file_read("src/content/labels", *lang, &ok, s->diag);
        struct labels_file *carried = labels_file_carried(*lang);
        assert_non_null(own);
        for (int i = 0; i < LABEL_COUNT; i++)
            assert_int_equal(g_strcmp0(own->words[i], carried->words[i]), 0);
        for (int i = 0; i < LABELS_COUNT; i++)
            assert_same_list(own->lists[i], carried->lists[i]);
        assert_int_equal(own->by_people, carried->by_people);
        assert_int_equal(own->reviewed, carried->reviewed);
        labels_file_free(own);
        labels_file_free(carried);
    }
    assert_silent(s->diag);
}

static void carried_names_are_read_as_yaml_has_them(void **state)
{
    struct scratch *s = *state;
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents("src/content/languages.yaml", &text, NULL, NULL));
    struct yaml *names = yaml_parse(text, "languages.yaml", 1, s->diag);
    struct plain plain = {.at = text};
    for (guint i = 0; i < names->children->len; i++) {
        const struct yaml *name = names->children->pdata[i];
        assert_true(plain_next(&plain));
        assert_string_equal(plain.key, name->key);
        assert_string_equal(plain.values, name->text);
    }
    assert_false(plain_next(&plain));
    yaml_tree_free(names);
}

static void carried_countries_are_read_as_yaml_has_them(void **state)
{
    struct scratch *s = *state;
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents("src/content/countries.yaml", &text, NULL, NULL));
    struct yaml *langs = yaml_parse(text, "countries.yaml", 1, s->diag);
    for (guint i = 0; i < langs->children->len; i++) {
        const struct yaml *lang = langs->children->pdata[i];
        for (guint k = 0; k < lang->children->len; k++) {
            const struct yaml *country = lang->children->pdata[k];
            assert_string_equal(country_name(country->key, lang->key), country->text);
        }
    }
    assert_string_equal(country_code("Deutschland"), "DE");
    yaml_tree_free(langs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(english_has_every_word),
        scratch_test(carried_words_are_read_as_yaml_has_them),
        scratch_test(carried_names_are_read_as_yaml_has_them),
        scratch_test(carried_countries_are_read_as_yaml_has_them),
        scratch_test(places_are_filled_in),
        scratch_test(the_clinic_changes_key_by_key),
        scratch_test(the_nearest_tag_comes_first),
        scratch_test(scripts_and_twins_are_told_apart),
        scratch_test(an_unknown_language_gets_english_and_a_warning),
        scratch_test(gaps_are_english_and_said_once),
        scratch_test(a_copy_is_noticed),
        scratch_test(a_copy_of_the_english_file_is_no_fault_in_english),
        cmocka_unit_test(unread_translations_are_told),
        cmocka_unit_test(broken_labels_are_refused),
        scratch_test(labels_of_earlier_versions_stop_nothing),
        scratch_test(times_may_count_to_24),
        scratch_test(words_are_listed_whatever_their_capitals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
