/* Articles from outside: front matter, title, file names, encodings, and the clinic's own. */
#include "article_sketch.h"

static void assert_line(const struct article *article, const struct fact *fact, const char *wanted)
{
    g_autoptr(GString) found = g_string_new(NULL);
    sketch(article_line(article, fact), found);
    assert_string_equal(found->str, wanted);
}

static void front_matter_fills_the_facts(void **state)
{
    struct scratch *s = *state;
    struct article *article = load(s, "---\n"
                                      "title: \"A: B\"\n"
                                      "lang: EN-gb\n"
                                      "summary: In short\n"
                                      "version: 1.0\n"
                                      "reviewed: 2024-02-29\n"
                                      "review_due: 9998-12\n"
                                      "producer: Us\n"
                                      "approved_by: Them\n"
                                      "sources: [One, Two]\n"
                                      "kind: article\n"
                                      "...\n"
                                      "Text\n");
    assert_silent(s->diag);
    assert_string_equal(article->title.value, "A: B");
    assert_int_equal(article->title.pos.line, 2);
    assert_int_equal(article->title.pos.col, 8);
    assert_string_equal(article->lang, "en-GB");
    assert_int_equal(article->language.pos.line, 3);
    assert_string_equal(article->version.value, "1.0");
    assert_int_equal(article->sources.items->len, 2);
    assert_string_equal(article->name, "a");
    assert_place(article->root->first, 13, 1);
    article_free(article);
}

static void authors_may_choose_a_motif(void **state)
{
    struct scratch *s = *state;
    struct article *arches = load(s, "---\ntitle: T\nart: arches\n---\nText\n"),
                   *none = load(s, "---\ntitle: T\nart: None\n---\nText\n"),
                   *unknown = load(s, "---\ntitle: T\nart: hills\n---\nText\n");
    assert_int_equal(arches->art, ART_ARCHES);
    assert_int_equal(none->art, ART_NONE);
    assert_int_equal(diag_errors(s->diag), 1);
    assert_said(s->diag, "a.md:3:6: error: 'hills' is no art: choose 'strands', 'rings', 'tiles', "
                         "'leaves', 'arches', 'stones' or 'none'");
    article_free(arches);
    article_free(none);
    article_free(unknown);
}

static void some_facts_are_markdown_within_a_line(void **state)
{
    struct scratch *s = *state;
    struct article *article = load(s, "---\n"
                                      "title: \"*T*\"\n"
                                      "summary: \"**a** 2*250 [b](tel:+1)\"\n"
                                      "key_points: [\"- 5 kg\", \"# 1\", \"1. a\", \"___ _b_\"]\n"
                                      "questions: [\"(a)\", \">38\"]\n"
                                      "sources: [\"a@b.example\"]\n"
                                      "---\n"
                                      "Text\n");
    static const char *const wanted[] = {"p('- 5 kg')", "p('# 1')", "p('1. a')",
                                         "p(blank'___' ' ' em('b'))"};
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        assert_line(article, article->key_points.items->pdata[i], wanted[i]);
    assert_line(article, &article->summary, "p(strong('a') ' 2*250 ' link('b'))");
    assert_line(article, article->questions.items->pdata[0], "p('(a)')");
    assert_line(article, article->questions.items->pdata[1], "p('>38')");
    assert_line(article, article->sources.items->pdata[0], "p(link('a@b.example'))");
    assert_null(article_line(article, &article->title));
    assert_int_equal(diag_count(s->diag, SEVERITY_ERROR), 0);
    article_free(article);
}

static void signs_in_a_fact_have_their_place(void **state)
{
    struct scratch *s = *state;
    article_free(load(s, "---\ntitle: T\nsummary: Take *5*\n---\nText\n"));
    assert_said(s->diag, "a.md:3:15: error: the signs around '5' set it bold");
}

static void absent_facts_are_warned_about_in_one_line(void **state)
{
    struct scratch *s = *state;
    struct article *article = load(s, "# T\n\nText\n");
    assert_said(s->diag, "a.md:1: warning: 'summary', 'version', 'reviewed', 'review_due', "
                         "'producer', 'approved_by', 'sources' are not given, so their lines are "
                         "left out [front-matter-missing]");
    assert_said(s->diag,
                "a.md:1: warning: 'lang' is not given, so the article is taken for 'en-US'");
    assert_int_equal(diag_count(s->diag, SEVERITY_WARNING), 2);
    assert_string_equal(article->lang, "en-US");
    article_free(article);
}

static void empty_facts_are_warned_about_at_their_key(void **state)
{
    struct scratch *s = *state;
    struct article *article = load(s, "---\ntitle: T\nversion:\n---\nText\n");
    assert_said(s->diag, "a.md:3:1: warning: 'version' is empty, so its line is left out");
    article_free(article);
}

static void broken_front_matter_is_an_error(void **state)
{
    static const struct {
        const char *text, *said;
    } cases[] = {
        {"---\ntitel: T\n---\nx", "a.md:2:1: error: unknown key 'titel': did you mean 'title'?"},
        {"---\ntitle: T\nlang: english\n---\nx", "a.md:3:7: error: 'english' is no language"},
        {"---\ntitle: T\nlang: en_US\n---\nx", "'en_US' is no language"},
        {"---\ntitle: T\nlang: ../../etc\n---\nx", "'../../etc' is no language"},
        {"---\ntitle: T\nlang: en-\n---\nx", "'en-' is no language"},
        {"---\ntitle: T\nreviewed: 2023-02-29\n---\nx",
         "a.md:3:11: error: '2023-02-29' is no date for 'reviewed'"},
        {"---\ntitle: T\nreviewed: 31/12/2026\n---\nx", "is no date"},
        {"---\ntitle: T\nreviewed: 2026-13\n---\nx", "is no date"},
        {"---\ntitle: T\nreview_due: 0000\n---\nx", "is no date for 'review_due'"},
        {"---\ntitle: T\nx\n", "a.md:1: error: the settings that start here have no end"},
        {"---\ntitle: [\n---\nx", "the settings cannot be read here"},
        {"---\ntitle: &a T\n---\nx", "a.md:2:8: error: the anchor"},
        {"---\ntitle: MRI: what\n---\nx",
         "a.md:2:11: error: a colon and a blank in it mean something else here: put the title in "
         "quotes: title: \"MRI: what\""},
        {"---\nsummary: A: \"b\"\n---\nx", "quotes: summary: 'A: \"b\"'"},
        {"---\nkey_points:\n  - **Eat** well\n---\nx",
         "a.md:3:6: error: '*' at its start means something else here: put the value in quotes: "
         "\"**Eat** well\""},
        {"---\nkey_points:\n  - >38 is fever\n---\nx", "quotes: \">38 is fever\""},
        {"---\nsummary: \"a\" b\n---\nx", "the settings cannot be read here"},
        {"---\n\ttitle: T\n---\nx", "a.md:2:1: error: a tab cannot indent"},
        {"---\ntitle: Room # 5\n---\nx", "a.md:2:12: error: a '#' behind a blank begins a remark"},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        void *inner;
        assert_int_equal(scratch_setup(&inner), 0);
        struct scratch *s = inner;
        article_free(load(s, cases[i].text));
        assert_said(s->diag, cases[i].said);
        assert_int_equal(diag_exit_status(s->diag), 1);
        scratch_teardown(&inner);
    }
}

static void what_cannot_be_read_lacks_nothing(void **state)
{
    struct scratch *s = *state;
    article_free(load(s, "---\ntitle: A: b\nsummary: x\n---\nText\n"));
    article_free(load(s, "---\ntitle: T\nText\n"));
    assert_not_said(s->diag, "[title-missing]");
    assert_not_said(s->diag, "are not given");
    article_free(load(s, "---\nsummary: x\n---\nText\n"));
    assert_said(s->diag, "[title-missing]");
}

static void a_review_is_due_after_its_last_day(void **state)
{
    static const struct {
        const char *epoch, *due;
        bool late;
    } cases[] = {
        {"1767225599", "2025-12-31", false}, /* 2025-12-31 23:59:59 UTC */
        {"1767225600", "2025-12-31", true},  /* one second later */
        {"1767225600", "2025-12", true},     {"1767225600", "2025", true},
        {"1767225600", "2026-01", false},    {"1767225600", "2026", false},
    };
    g_autofree char *before = g_strdup(g_getenv("SOURCE_DATE_EPOCH"));
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        void *inner;
        assert_int_equal(scratch_setup(&inner), 0);
        struct scratch *s = inner;
        g_setenv("SOURCE_DATE_EPOCH", cases[i].epoch, TRUE);
        g_autofree char *text =
            g_strdup_printf("---\ntitle: T\nreview_due: %s\n---\nText\n", cases[i].due);
        article_free(load(s, text));
        if (cases[i].late)
            assert_said(s->diag, "a.md:3:13: error: the review was due by");
        else
            assert_not_said(s->diag, "was due by");
        scratch_teardown(&inner);
    }
    if (before)
        g_setenv("SOURCE_DATE_EPOCH", before, TRUE);
    else
        g_unsetenv("SOURCE_DATE_EPOCH");
}

static void a_rule_at_the_top_is_no_front_matter(void **state)
{
    struct scratch *s = *state;
    struct article *article = load(s, "---\n\n# T\n\nText\n");
    assert_tree(article, "rule p('Text')");
    assert_string_equal(article->title.value, "T");
    article_free(article);
}

static void the_first_h1_is_the_title_and_leaves(void **state)
{
    struct scratch *s = *state;
    struct article *article = load(s, "Before\n\n# The *real*\n# Other\n");
    assert_string_equal(article->title.value, "The real");
    assert_int_equal(article->title.pos.line, 3);
    assert_tree(article, "p('Before') h2('Other')");
    assert_said(s->diag, "a.md:4:1: warning: level 1 is the title's: this heading is tagged as "
                         "level 2");
    article_free(article);
}

static void a_title_given_twice_is_printed_once(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "# T\n\nText\n", "p('Text')");
    assert_not_said(s->diag, "heading-level");
    assert_body(s, "# Not T\n\nText\n", "h2('Not T') p('Text')");
    assert_body(s, "## T\n\nText\n", "h2('T') p('Text')");
}

static void an_article_without_a_title_is_an_error(void **state)
{
    struct scratch *s = *state;
    struct article *article = load(s, "## Section\n\nText\n");
    assert_null(article->title.value);
    assert_said(s->diag, "a.md:1: error: the article has no title");
    article_free(article);
}

static void an_article_without_text_is_an_error(void **state)
{
    static const char *const texts[] = {"", "# T\n", "---\ntitle: T\n---", "# T\n\n***\n",
                                        "# T\n\n<!-- later -->\n"};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        void *inner;
        assert_int_equal(scratch_setup(&inner), 0);
        struct scratch *s = inner;
        article_free(load(s, texts[i]));
        assert_said(s->diag, "error: the article has no text below its title [empty-article]");
        scratch_teardown(&inner);
    }
}

static void foreign_encodings_give_no_article(void **state)
{
    struct scratch *s = *state;
    assert_null(load(s, "# T\n\nCaf\xE9\n"));
    assert_said(s->diag, "a.md:3:4: error: the byte 0xE9 is not UTF-8");
}

static void windows_files_read_the_same(void **state)
{
    struct scratch *s = *state;
    struct article *article = load(s, "\xEF\xBB\xBF---\r\ntitle: T\r\n---\r\n\r\none\r\ntwo\r\n");
    assert_string_equal(article->title.value, "T");
    assert_tree(article, "p('one' soft 'two')");
    assert_place(article->root->first, 5, 1);
    article_free(article);
}

static void names_are_fit_for_files_and_addresses(void **state)
{
    static const struct {
        const char *file, *name;
    } cases[] = {
        {"treatment-resistance.md", "treatment-resistance"},
        {"What is TMS?.md", "what-is-tms"},
        {"--a__b--.md", "a-b"},
        {"\xC3\x89t\xC3\xA9.md", "ete"},
    };
    struct scratch *s = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = scratch_write(s, cases[i].file, "# T\n\nx\n", -1);
        struct article *article = article_load(path, s->diag);
        assert_string_equal(article->name, cases[i].name);
        article_free(article);
    }
    g_autofree char *path = scratch_write(s, "\xE7\x9D\xA1\xE7\x9C\xA0.md", "# T\n\nx\n", -1);
    struct article *article = article_load(path, s->diag);
    assert_true(g_str_has_prefix(article->name, "article-"));
    article_free(article);
}

static void a_directory_lists_its_articles_in_order(void **state)
{
    struct scratch *s = *state;
    static const char *const files[] = {"b.md",     "a.md",      ".hidden.md",  "notes.txt",
                                        "sub/c.md", ".git/d.md", "labels/e.md", "sub/labels/f.md"};
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++)
        g_free(scratch_write(s, files[i], "x", -1));
    g_autoptr(GPtrArray) paths = article_list(s->directory, s->diag);
    static const char *const wanted[] = {"/a.md", "/b.md", "/sub/c.md", "/sub/labels/f.md"};
    assert_int_equal(paths->len, G_N_ELEMENTS(wanted));
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        assert_true(g_str_has_suffix(paths->pdata[i], wanted[i]));
    assert_silent(s->diag);
}

static void directories_without_articles_are_reported(void **state)
{
    struct scratch *s = *state;
    g_autofree char *none = scratch_path(s, "none");
    g_autoptr(GPtrArray) empty = article_list(s->directory, s->diag);
    assert_int_equal(empty->len, 0);
    assert_said(s->diag, "holds no article: add a file NAME.md [no-articles]");
    g_autoptr(GPtrArray) missing = article_list(none, s->diag);
    assert_int_equal(missing->len, 0);
    assert_said(s->diag, "none: error: '");
}

/* A line of its own in a list of files, and a text in a report, is what no such name can be. */
static void names_that_no_list_can_hold_are_refused(void **state)
{
    struct scratch *s = *state;
    static const char *const files[] = {"a.md", "new\nline.md", "b\xff.md", "tab\tted/c.md"};
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++)
        g_free(scratch_write(s, files[i], "x", -1));
    g_autoptr(GPtrArray) paths = article_list(s->directory, s->diag);
    assert_int_equal(paths->len, 1);
    assert_int_equal(diag_errors(s->diag), 3);
    assert_said(s->diag, "has a sign that is no letter of any script: give it another [encoding]");
}

/* The clinic's own article: every word, once, and nothing to repair. */
static void the_clinics_article_is_sound(void **state)
{
    struct scratch *s = *state;
    struct article *article = article_load("content/treatment-resistance.md", s->diag);
    assert_int_equal(diag_errors(s->diag), 0);
    assert_string_equal(article->title.value, "Genes, Environment, and Beyond: The Complex Causes "
                                              "of Treatment Resistance");
    unsigned headings = 0, paragraphs = 0;
    for (const struct node *n = article->root->first; n; n = n->next) {
        headings += n->kind == NODE_HEADING;
        paragraphs += n->kind == NODE_PARAGRAPH;
    }
    assert_int_equal(headings, 6);
    assert_int_equal(paragraphs, 9);
    assert_int_equal(diag_count(s->diag, SEVERITY_WARNING), 1);
    article_free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(front_matter_fills_the_facts),
        scratch_test(authors_may_choose_a_motif),
        scratch_test(some_facts_are_markdown_within_a_line),
        scratch_test(signs_in_a_fact_have_their_place),
        scratch_test(absent_facts_are_warned_about_in_one_line),
        scratch_test(empty_facts_are_warned_about_at_their_key),
        cmocka_unit_test(broken_front_matter_is_an_error),
        scratch_test(what_cannot_be_read_lacks_nothing),
        cmocka_unit_test(a_review_is_due_after_its_last_day),
        scratch_test(a_rule_at_the_top_is_no_front_matter),
        scratch_test(the_first_h1_is_the_title_and_leaves),
        scratch_test(a_title_given_twice_is_printed_once),
        scratch_test(an_article_without_a_title_is_an_error),
        cmocka_unit_test(an_article_without_text_is_an_error),
        scratch_test(foreign_encodings_give_no_article),
        scratch_test(windows_files_read_the_same),
        scratch_test(names_are_fit_for_files_and_addresses),
        scratch_test(a_directory_lists_its_articles_in_order),
        scratch_test(directories_without_articles_are_reported),
        scratch_test(names_that_no_list_can_hold_are_refused),
        scratch_test(the_clinics_article_is_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
