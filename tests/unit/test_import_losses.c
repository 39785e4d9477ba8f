/* The import: no word of any text or page is lost or made up, on random ones. */
#include "import_sketch.h"

#include "content/article_parts.h"
#include "content/clinic.h"

/* No word of any text, so that a title made of it is known. */
#define FILE_NAME "nameless"

/* The picture in colour among the tokens: no article can print it. */
#define FACE "\xf0\x9f\x98\x80"

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
                                     FACE,
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

/* All words of an article, its title first, unless that is the file's name; owned by the caller. */
static char *article_words(const struct article *article)
{
    bool named = strcmp(article->title.value, FILE_NAME) == 0;
    g_autoptr(GString) words = g_string_new(named ? NULL : article->title.value);
    for (struct node *n = article->root; n; n = node_next(n, article->root)) {
        if (n->kind == NODE_ITEM)
            add_marker(words, n);
        if (n->kind == NODE_PARAGRAPH || n->kind == NODE_HEADING || n->kind == NODE_CELL ||
            n->kind == NODE_CODE_BLOCK || n->kind == NODE_HARD_BREAK)
            g_string_append_c(words, ' ');
        assert_true(n->kind != NODE_IMAGE && n->kind != NODE_CODE && n->kind != NODE_EMPHASIS &&
                    n->kind != NODE_STRONG && n->kind != NODE_STRIKE && n->kind != NODE_QUOTE &&
                    n->kind != NODE_RULE);
        if (n->text)
            g_string_append(words, n->text);
    }
    return words_of(words->str);
}

/* Owned by the caller. */
static char *without_face(const char *text)
{
    g_autoptr(GString) plain = g_string_new(text);
    g_string_replace(plain, FACE, " ", 0);
    return words_of(plain->str);
}

/* True when the list says of that line that a picture in it is gone. */
static bool lists_picture(const struct import *import, int line)
{
    for (guint i = 0; i < import->changed->len; i++) {
        const struct import_change *change = import->changed->pdata[i];
        if (change->pos.line == line && g_str_has_prefix(change->why, "a picture in colour"))
            return true;
    }
    return false;
}

/* True for a line of the input that the draft has, though clinic.yaml may quote it, too. */
static bool is_in_draft(const struct import *import, int number)
{
    for (guint i = 0; i < import->fates->len; i++) {
        const struct import_fate *fate = import->fates->pdata[i];
        if (fate->pos.line == number && !fate->is_fact && !fate->why)
            return true;
    }
    return false;
}

/* The words of the lines that are neither in the list of dropped ones nor in clinic.yaml alone; a
 * picture that is listed as gone is none. */
static char *expected_words(const struct import *import, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GString) words = g_string_new(NULL);
    for (int i = 0; lines[i]; i++) {
        g_autofree char *line = words_of(lines[i]);
        g_autofree char *comment = g_strdup_printf("\n# From line %d: %s\n", i + 1, line);
        bool fact = strstr(import->clinic, comment) && !is_in_draft(import, i + 1);
        if (!*line || find_drop(import, i + 1, line) || fact)
            continue;
        g_autofree char *shown = lists_picture(import, i + 1) ? without_face(line) : g_strdup(line);
        g_string_append_printf(words, "%s%s", words->len && *shown ? " " : "", shown);
    }
    return g_strdup(words->str);
}

/* Bullets are all alike in the end, those before a sign that is meant, too, and bars part the cells
 * of tables; owned by the caller. */
static char *without_signs(const char *text)
{
    g_autoptr(GString) plain = g_string_new(text);
    g_strdelimit(plain->str, "+", '-');
    while (g_string_replace(plain, "- - ", "- ", 0) > 0)
        ;
    return words_of(g_strdelimit(plain->str, "|", ' '));
}

/* A title that is listed as changed, in its place among the expected words. */
static void take_title(GString *expected, const struct import *import, const char *title)
{
    for (guint i = 0; i < import->changed->len; i++) {
        const struct import_change *change = import->changed->pdata[i];
        g_autofree char *shown = without_face(change->text);
        if (g_str_has_prefix(change->why, "a title without signs"))
            g_string_replace(expected, shown, title, 1);
    }
}

static void check_no_word_is_lost(const struct scratch *s, const char *text)
{
    struct import *import = import_text(text, FILE_NAME ".txt");
    if (!import)
        return;
    g_autofree char *path = scratch_write(s, "page.md", import->article, -1);
    g_autofree char *yaml = scratch_write(s, "clinic.yaml", import->clinic, -1);
    struct diag *diag = diag_new(false);
    struct article *article = article_load(path, diag);
    assert_non_null(article);
    g_autofree char *all = expected_words(import, text);
    g_autoptr(GString) expected = g_string_new(all);
    take_title(expected, import, article->title.value);
    g_autofree char *actual = article_words(article);
    g_autofree char *one = without_signs(expected->str), *other = without_signs(actual);
    if (strcmp(one, other) != 0)
        fail_msg("words differ:\n%s\n%s\nin:\n%s\ngave:\n%s", one, other, text, import->article);
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
    int documents = 1500;
    GRand *random = random_new(20261123, &documents);
    for (int i = 0; i < documents; i++) {
        g_autofree char *text = random_text(random);
        check_no_word_is_lost(s, text);
    }
    g_rand_free(random);
}

/* What pages are made of. */
static const char *const tags[] = {"p",
                                   "div",
                                   "h1",
                                   "h2",
                                   "ul",
                                   "ol",
                                   "li",
                                   "table",
                                   "tr",
                                   "td",
                                   "th",
                                   "br",
                                   "nav",
                                   "footer",
                                   "header",
                                   "form",
                                   "b",
                                   "span",
                                   "main",
                                   "blockquote",
                                   "pre",
                                   "a",
                                   "button",
                                   "title",
                                   "label",
                                   "dl",
                                   "dd",
                                   "article",
                                   "noscript",
                                   "iframe",
                                   "p hidden",
                                   "div class=cookie",
                                   "caption",
                                   "select",
                                   "option",
                                   "sup",
                                   "sub",
                                   "s",
                                   "ins",
                                   "abbr title=x",
                                   "span class=a",
                                   "span class=b"};

/* Tags at random, closed or not, with words w0, w1, … among them; returns their number. */
static int random_page(GRand *random, GString *page)
{
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
    int documents = 1500;
    GRand *random = random_new(20261124, &documents);
    for (int i = 0; i < documents; i++) {
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
        scratch_test(no_word_of_any_text_is_lost),
        cmocka_unit_test(no_word_of_any_page_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
