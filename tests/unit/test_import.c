/*
 * The import: what is recognised in the clinic's own page and in pages of ours, and that no word of
 * any text or page is lost or made up, on random ones too.
 */
#include "content/article_parts.h"
#include "content/clinic.h"
#include "content/import.h"
#include "scratch.h"

#define PAGE    "tests/cases/import/clinic-page/page.txt"
#define ARTICLE "content/treatment-resistance.md"

static struct import *import_string(const char *text)
{
    struct import *import = import_text(text, "page.txt");
    assert_non_null(import);
    return import;
}

static struct import *import_page(const char *html)
{
    struct import *import = import_html(html, strlen(html), "page.html");
    assert_non_null(import);
    return import;
}

static void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("'%s' is not in:\n%s", part, text);
}

/* The body is what stands below the front matter. */
static void assert_body(const struct import *import, const char *body)
{
    const char *end = strstr(import->article + 4, "\n---\n");
    assert_non_null(end);
    assert_string_equal(end + 5, body);
}

static const struct import_drop *find_drop(const struct import *import, int line, const char *text)
{
    for (unsigned i = 0; i < import->dropped->len; i++) {
        const struct import_drop *drop = import->dropped->pdata[i];
        if (drop->pos.line == line && (!text || strcmp(drop->text, text) == 0))
            return drop;
    }
    return NULL;
}

static void the_clinics_page_gives_its_article(void **state)
{
    (void)state;
    g_autofree char *page = NULL, *article = NULL;
    assert_true(g_file_get_contents(PAGE, &page, NULL, NULL));
    assert_true(g_file_get_contents(ARTICLE, &article, NULL, NULL));
    struct import *import = import_string(page);
    /* The rule above the closing paragraph is the editor's: it has no words. */
    g_auto(GStrv) parts = g_strsplit(article, "\n---\n\n", -1);
    assert_int_equal(g_strv_length(parts), 3);
    g_autofree char *expected = g_strdup_printf("%s\n---\n\n%s\n%s", parts[0], parts[1], parts[2]);
    assert_string_equal(import->article, expected);
    import_free(import);
}

static void the_clinics_page_gives_its_facts(void **state)
{
    struct scratch *s = *state;
    struct import *import = import_load(PAGE, s->diag);
    assert_silent(s->diag);
    assert_int_equal(import->dropped->len, 4);
    assert_string_equal(find_drop(import, 1, NULL)->text, "Opening Time:");
    assert_string_equal(find_drop(import, 38, NULL)->text, "Call Us:");
    assert_string_equal(find_drop(import, 42, NULL)->text,
                        "Please enable JavaScript in your browser to complete this form.");
    assert_string_equal(find_drop(import, 43, NULL)->text, "Preferred Form of Communication");
    assert_has(import->clinic, "# From line 38: Call Us:\ntelephone:\n");
    assert_has(import->clinic, "# From line 3: Monday to Friday\nopening_hours:\n  - Mo-Fr\n");
    import_free(import);
}

static void facts_are_read_with_their_labels_and_without(void **state)
{
    struct scratch *s = *state;
    struct import *import =
        import_string("Rest\n\nWords.\n\nCall us: +1 212 736 5000\nEmail:\ndesk@a.org\n\n"
                      "https://a.org/\n\nOur address:\n12 Harbour Street\nSpringfield\n\n"
                      "Hours\nMon, Wed & Fri: 9:00 am – noon, 1pm to 5pm\nSat closed\n"
                      "© 2026 A\nName: A\n");
    g_autofree char *text =
        g_strconcat("name: A\n", strstr(import->clinic, "\ntelephone") + 1, NULL);
    g_autofree char *path = scratch_write(s, "clinic.yaml", text, -1);
    struct clinic *clinic = clinic_load(path, s->diag);
    assert_non_null(clinic);
    assert_string_equal(clinic->telephone.value, "+1 212 736 5000");
    assert_string_equal(clinic->email.value, "desk@a.org");
    assert_string_equal(clinic->url.value, "https://a.org/");
    assert_string_equal(clinic->street_address.value, "12 Harbour Street, Springfield");
    assert_int_equal(clinic->opening_hours.items->len, 2);
    const struct fact *first = clinic->opening_hours.items->pdata[0];
    assert_string_equal(first->value, "Mo,We,Fr 09:00-12:00,13:00-17:00");
    clinic_free(clinic);
    import_free(import);
}

static void doubtful_hours_are_text(void **state)
{
    (void)state;
    struct import *import = import_string("Rest\n\nHours: 9 to 5, by appointment\n");
    assert_body(import, "\nHours: 9 to 5, by appointment\n");
    import_free(import);
}

static void sentences_are_no_facts_and_no_leftovers(void **state)
{
    (void)state;
    struct import *import = import_string("Rest\n\nAddress: the cause first.\n\n"
                                          "Please write your full\nName\nhere, and come\nHome\n"
                                          "before ten.\n\n2019 - 2020\n");
    assert_int_equal(import->dropped->len, 0);
    assert_body(import, "\nAddress: the cause first.\n\n"
                        "Please write your full Name here, and come Home before ten.\n\n"
                        "2019 - 2020\n");
    import_free(import);
}

static void short_lines_are_headings_when_text_follows(void **state)
{
    (void)state;
    struct import *import = import_string("A title\n\nSleep at night\n\nLong text\nruns on.\n\n"
                                          "One thing\n\nAnother thing\n\nA last line\n");
    assert_has(import->article, "title: \"A title\"\n");
    assert_body(import, "\n## Sleep at night\n\nLong text runs on.\n\nOne thing\n\n"
                        "Another thing\n\nA last line\n");
    import_free(import);
}

static void lists_are_lists(void **state)
{
    (void)state;
    struct import *import =
        import_string("T\n\nIn the year\n1998. Then\n- not a list\n\n• one\n"
                      "and more\n• two\n\n1. a\n\n2. b\n\n1. c\n\n7. d\n\n12\n");
    assert_body(import, "\nIn the year 1998. Then - not a list\n\n- one and more\n- two\n\n"
                        "1. a\n2. b\n1) c\n\n7\\. d\n\n12\n");
    import_free(import);
}

static void pages_say_what_is_what(void **state)
{
    (void)state;
    struct import *import =
        import_page("<!DOCTYPE html>\n<html lang=en-GB><head><title>Sleep | A</title>\n"
                    "<meta property='og:site_name' content='Clinic A'></head><body>\n"
                    "<nav>Home</nav><header><h1>Sleep <em>well</em></h1></header>\n"
                    "<!-- a note --><p>One<br>two &amp; &lt;b&gt;.</p><h2>Steps</h2>\n"
                    "<ol start=3><li>a<ul><li>b</ul><li>c</ol>\n"
                    "<table><thead><tr><th>Day<th>Time</thead> <tbody><tr> <td>Mo</td> <td>9 | "
                    "5</td> </tr></table>\n"
                    "<table><tr><td><p>Laid out</table><img src=a.png alt='A bed'>\n"
                    "<form><label>Email:</label></form><script>x()</script>\n"
                    "<footer>Call Us: 212 736 5000<p>A trade mark</footer>");
    assert_has(import->article, "title: \"Sleep well\"\nlang: en-GB\n");
    assert_body(import, "\nOne two & \\<b>.\n\n## Steps\n\n3. a\n\n- b\n\n4. c\n\n"
                        "| Day | Time |\n|---|---|\n| Mo | 9 \\| 5 |\n\nLaid out\n");
    assert_has(import->clinic, "name: \"Clinic A\"\n");
    assert_has(import->clinic, "# From line 10: Call Us: 212 736 5000\ntelephone: ");
    assert_non_null(find_drop(import, 2, "Sleep | A"));
    assert_non_null(find_drop(import, 4, "Home"));
    assert_non_null(find_drop(import, 5, "a note"));
    assert_non_null(find_drop(import, 8, "[A bed] a.png"));
    assert_non_null(find_drop(import, 9, "Email:"));
    assert_non_null(find_drop(import, 9, "<script>"));
    assert_non_null(find_drop(import, 10, "A trade mark"));
    assert_int_equal(import->dropped->len, 7);
    import_free(import);
}

static void pages_in_older_encodings_are_read(void **state)
{
    (void)state;
    struct import *import = import_page("<meta charset=windows-1252><title>Caf\xe9</title>"
                                        "<p>\x93Na\xefve\x94 sleepers rest.</p>");
    assert_has(import->article, "title: \"Café\"\n");
    assert_body(import, "\n“Naïve” sleepers rest.\n");
    assert_int_equal(import->dropped->len, 0);
    import_free(import);
}

static void broken_encodings_stay_readable(void **state)
{
    (void)state;
    struct import *import = import_page("<meta charset=m><title>A</title><p>b &\xb9"
                                        "c d.</p>");
    assert_body(import, "\nb &\xef\xbf\xbd"
                        "c d.\n");
    import_free(import);
}

static void nothing_gives_nothing(void **state)
{
    struct scratch *s = *state;
    g_autofree char *text = scratch_write(s, "empty.txt", " \n\nCall Us:\n", -1);
    g_autofree char *page = scratch_write(s, "empty.html", "", -1);
    assert_null(import_load(text, s->diag));
    assert_null(import_load(page, s->diag));
    assert_null(import_load("nowhere.txt", s->diag));
    assert_said(s->diag, "empty.txt: error: ");
    assert_said(s->diag, "empty.html: error: ");
    assert_said(s->diag, "[file-read]");
}

/* Words, labels, values, left-overs, and what Markdown, YAML and HTML might take for their own. */
static const char *const tokens[] = {"sleep",
                                     "Rest",
                                     "the",
                                     "body.",
                                     "What?",
                                     "e.g.",
                                     "…",
                                     "日本語",
                                     "مرحبا",
                                     "Home",
                                     "Call Us:",
                                     "Email:",
                                     "Hours:",
                                     "Address:",
                                     "Name",
                                     "Submit",
                                     "12 Harbour Street",
                                     "Monday to Friday",
                                     "Mon-Fri 9am-5pm",
                                     "Phone: +1 212 736 5000",
                                     "desk@a.org",
                                     "https://a.org/x_y",
                                     "http://a_b.c/*d*",
                                     "www.a.b",
                                     "www.a_b.c/d",
                                     "ftp://a.b",
                                     "+1 212 736 5000",
                                     "Please enable JavaScript now.",
                                     "We use cookies",
                                     "*a*",
                                     "**",
                                     "_x_",
                                     "__init__",
                                     "`code`",
                                     "``",
                                     "<b>",
                                     "</p>",
                                     "<!-- x -->",
                                     "&amp;",
                                     "&",
                                     "&#65;",
                                     "#",
                                     "##",
                                     "a#",
                                     "1.",
                                     "2.",
                                     "- x",
                                     "-",
                                     "---",
                                     "===",
                                     "| a |",
                                     "|---|",
                                     "[x](y)",
                                     "![a](b)",
                                     "[x]:",
                                     "[ ]",
                                     "\\",
                                     "\\*",
                                     "~~z~~",
                                     "~~~",
                                     ">",
                                     "+",
                                     "\"q\"",
                                     "'",
                                     "a: b",
                                     "{x}",
                                     "%",
                                     "...",
                                     "<a@b.c>",
                                     "<http://x>",
                                     "[^1]",
                                     "!",
                                     "x\\",
                                     "{% raw %}",
                                     "\xc2\xa0",
                                     "\xe2\x80\xa8",
                                     "\xef\xbb\xbf",
                                     "x\xcc\x81",
                                     "\xf0\x9f\x98\x80",
                                     "a_b_c",
                                     "mailto:a@b.c"};

static char *random_text(GRand *random)
{
    GString *text = g_string_new(NULL);
    int lines = g_rand_int_range(random, 1, 24);
    for (int i = 0; i < lines; i++) {
        int words = g_rand_int_range(random, 0, 3) ? g_rand_int_range(random, 1, 7) : 0;
        for (int k = 0; k < words; k++)
            g_string_append_printf(text, "%s%s", k ? " " : "",
                                   tokens[g_rand_int_range(random, 0, G_N_ELEMENTS(tokens))]);
        g_string_append_c(text, '\n');
    }
    return g_string_free(text, FALSE);
}

/* The words of `text`, one space between; owned by the caller. */
static char *words_of(const char *text)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool space = g_unichar_isspace(c) || c == 0xfeff;
        if (!space)
            g_string_append_unichar(words, c);
        else if (words->len && words->str[words->len - 1] != ' ')
            g_string_append_c(words, ' ');
    }
    return g_strdup(g_strchomp(words->str));
}

/* Markers of lists are words of the page. */
static void add_marker(GString *words, const struct node *item)
{
    const struct node *list = item->parent;
    int number = list->as.list.start;
    for (const struct node *n = list->first; n != item; n = n->next)
        number++;
    if (list->as.list.ordered)
        g_string_append_printf(words, " %d. ", number);
    else
        g_string_append(words, " - ");
}

/* All words of an article, its title first; owned by the caller. */
static char *article_words(const struct article *article)
{
    g_autoptr(GString) words = g_string_new(article->title.value);
    for (struct node *n = article->root; n; n = node_next(n, article->root)) {
        if (n->kind == NODE_ITEM)
            add_marker(words, n);
        if (n->kind == NODE_PARAGRAPH || n->kind == NODE_HEADING || n->kind == NODE_CELL)
            g_string_append_c(words, ' ');
        assert_true(n->kind != NODE_IMAGE && n->kind != NODE_CODE && n->kind != NODE_EMPHASIS &&
                    n->kind != NODE_STRONG && n->kind != NODE_STRIKE && n->kind != NODE_QUOTE &&
                    n->kind != NODE_RULE && n->kind != NODE_CODE_BLOCK &&
                    n->kind != NODE_HARD_BREAK);
        if (n->text)
            g_string_append(words, n->text);
    }
    return words_of(words->str);
}

/* The words of the lines that are neither in the list of dropped ones nor in clinic.yaml. */
static char *expected_words(const struct import *import, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GString) words = g_string_new(NULL);
    for (int i = 0; lines[i]; i++) {
        g_autofree char *line = words_of(lines[i]);
        g_autofree char *comment = g_strdup_printf("\n# From line %d: %s\n", i + 1, line);
        if (!*line || find_drop(import, i + 1, line) || strstr(import->clinic, comment))
            continue;
        g_string_append_printf(words, "%s%s", words->len ? " " : "", line);
    }
    return g_strdup(words->str);
}

static void check_no_word_is_lost(const struct scratch *s, const char *text)
{
    struct import *import = import_text(text, "page.txt");
    if (!import)
        return;
    g_autofree char *path = scratch_write(s, "page.md", import->article, -1);
    g_autofree char *yaml = scratch_write(s, "clinic.yaml", import->clinic, -1);
    struct diag *diag = diag_new(false);
    struct article *article = article_load(path, diag);
    assert_non_null(article);
    g_autofree char *expected = expected_words(import, text);
    g_autofree char *actual = article_words(article);
    /* Bullets are all alike in the end. */
    if (strcmp(g_strdelimit(expected, "+", '-'), g_strdelimit(actual, "+", '-')) != 0)
        fail_msg("words differ:\n%s\n%s\nin:\n%s\ngave:\n%s", expected, actual, text,
                 import->article);
    /* A page that names no clinic leaves that one gap, and no other mistake. */
    struct diag *facts = diag_new(false);
    assert_null(clinic_load(yaml, facts));
    assert_int_equal(diag_errors(facts), 1);
    assert_said(facts, "'name' is empty");
    diag_free(facts);
    article_free(article);
    diag_free(diag);
    import_free(import);
    /* GLib syncs files that it writes over, which takes its time. */
    g_remove(path);
    g_remove(yaml);
}

static void no_word_of_any_text_is_lost(void **state)
{
    const struct scratch *s = *state;
    GRand *random = g_rand_new_with_seed(20261123);
    for (int i = 0; i < 1500; i++) {
        g_autofree char *text = random_text(random);
        check_no_word_is_lost(s, text);
    }
    g_rand_free(random);
}

/* Tags at random, closed or not, with words w0, w1, … among them; returns their number. */
static int random_page(GRand *random, GString *page)
{
    static const char *const tags[] = {"p",        "div",    "h1",       "h2",
                                       "ul",       "ol",     "li",       "table",
                                       "tr",       "td",     "th",       "br",
                                       "nav",      "footer", "header",   "form",
                                       "b",        "span",   "main",     "blockquote",
                                       "pre",      "a",      "button",   "title",
                                       "label",    "dl",     "dd",       "article",
                                       "noscript", "iframe", "p hidden", "div class=cookie",
                                       "caption",  "select", "option"};
    int words = 0, steps = g_rand_int_range(random, 1, 60);
    for (int i = 0; i < steps; i++) {
        const char *tag = tags[g_rand_int_range(random, 0, G_N_ELEMENTS(tags))];
        if (g_rand_boolean(random))
            g_string_append_printf(page, "<%s>", tag);
        else if (g_rand_int_range(random, 0, 3) == 0)
            g_string_append_printf(page, "</%.*s>", (int)strcspn(tag, " "), tag);
        else
            g_string_append_printf(page, " w%d ", words++);
    }
    return words;
}

static bool has_word(const char *text, int word)
{
    g_autofree char *pattern = g_strdup_printf("\\bw%d\\b", word);
    return text && g_regex_match_simple(pattern, text, 0, 0);
}

static bool was_dropped(const struct import *import, int word)
{
    for (unsigned i = 0; i < import->dropped->len; i++)
        if (has_word(((const struct import_drop *)import->dropped->pdata[i])->text, word))
            return true;
    return false;
}

static void no_word_of_any_page_is_lost(void **state)
{
    (void)state;
    GRand *random = g_rand_new_with_seed(20261124);
    for (int i = 0; i < 1500; i++) {
        g_autoptr(GString) page = g_string_new("<p>Start.</p>");
        int words = random_page(random, page);
        struct import *import = import_page(page->str);
        for (int w = 0; w < words; w++)
            if (!has_word(import->article, w) && !was_dropped(import, w))
                fail_msg("w%d is lost in:\n%s\ngave:\n%s", w, page->str, import->article);
        import_free(import);
    }
    g_rand_free(random);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_clinics_page_gives_its_article),
        scratch_test(the_clinics_page_gives_its_facts),
        scratch_test(facts_are_read_with_their_labels_and_without),
        cmocka_unit_test(doubtful_hours_are_text),
        cmocka_unit_test(sentences_are_no_facts_and_no_leftovers),
        cmocka_unit_test(short_lines_are_headings_when_text_follows),
        cmocka_unit_test(lists_are_lists),
        cmocka_unit_test(pages_say_what_is_what),
        cmocka_unit_test(pages_in_older_encodings_are_read),
        cmocka_unit_test(broken_encodings_stay_readable),
        scratch_test(nothing_gives_nothing),
        scratch_test(no_word_of_any_text_is_lost),
        cmocka_unit_test(no_word_of_any_page_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
