/* The import: no mark of any page is lost, on random ones. */
#include "import_sketch.h"

#include "content/article_parts.h"

/* Elements that mean something, and what they are in an article. */
static const struct {
    const char *open, *close;
    enum node_kind kind;
} marks[] = {
    {"<s>", "</s>", NODE_STRIKE},
    {"<del>", "</del>", NODE_STRIKE},
    {"<ins>", "</ins>", NODE_INSERTED},
    {"<sup>", "</sup>", NODE_SUPERSCRIPT},
    {"<sub>", "</sub>", NODE_SUBSCRIPT},
    {"<b>", "</b>", NODE_STRONG},
    {"<em>", "</em>", NODE_EMPHASIS},
    {"<q>", "</q>", NODE_SPAN},
    {"<abbr title=x>", "</abbr>", NODE_ABBREVIATION},
    {"<a href='https://a.org/'>", "</a>", NODE_LINK},
    {"<span lang=es>", "</span>", NODE_SPAN},
    {"<bdo dir=rtl>", "</bdo>", NODE_SPAN},
    {"<span style='text-decoration: underline'>", "</span>", NODE_STRONG},
    {NULL, NULL, NODE_NOTE},
};

/* Word `word` with its mark; a footnote's word stands among the notes, a number refers to it. */
static void add_marked(GString *page, GString *notes, int kind, int word)
{
    if (marks[kind].kind == NODE_NOTE) {
        g_string_append_printf(page, "<sup><a href='#f%d' id=r%d>%d</a></sup> ", word, word, word);
        g_string_append_printf(notes, "<li id=f%d>w%d <a href='#r%d'>b</a></li>", word, word, word);
    } else
        g_string_append_printf(page, "%sw%d%s ", marks[kind].open, word, marks[kind].close);
}

/* A page of blocks with marked words in them, one mark each; `kinds` learns which. */
static char *marked_page(GRand *random, GArray *kinds)
{
    static const char *const blocks[][2] = {
        {"<p>", "</p>"},
        {"<ul><li>", "</li></ul>"},
        {"<blockquote><p>", "</p></blockquote>"},
        {"<table><tr><th>a</th><th>b</th></tr><tr><td>", "</td><td>1</td></tr></table>"},
        {"<ol start=3><li><p>", "</p></li></ol>"},
        {"<dl><dt>t</dt><dd>", "</dd></dl>"}};
    static const char *const around[] = {"", " ", "x", " and ", ".", "(", "5", "*", "<br>"};
    GString *page = g_string_new("<h1>T</h1>");
    g_autoptr(GString) notes = g_string_new("<h2>Notes</h2><ol>");
    for (int i = 0, n = g_rand_int_range(random, 1, 6); i < n; i++) {
        const char *const *block = blocks[g_rand_int_range(random, 0, G_N_ELEMENTS(blocks))];
        g_string_append(page, block[0]);
        for (int k = 0, words = g_rand_int_range(random, 1, 4); k < words; k++) {
            int kind = g_rand_int_range(random, 0, G_N_ELEMENTS(marks));
            g_string_append_printf(page, "%s ", around[g_rand_int_range(random, 0, 9)]);
            add_marked(page, notes, kind, (int)kinds->len);
            g_array_append_val(kinds, kind);
        }
        g_string_append(page, block[1]);
    }
    g_string_append_printf(page, "%s</ol>", notes->str);
    return g_string_free(page, FALSE);
}

/* True when the word is in the article with that mark around it. */
static bool is_marked(const struct article *article, int word, enum node_kind kind)
{
    for (struct node *n = article->root; n; n = node_next(n, article->root))
        if (n->kind == NODE_TEXT && has_word(n->text, word))
            for (const struct node *above = n->parent; above; above = above->parent)
                if (above->kind == kind)
                    return true;
    return false;
}

static void check_marks(const struct scratch *s, const char *page, const GArray *kinds)
{
    struct import *import = import_page(page);
    g_autofree char *path = scratch_write(s, "page.md", import->article, -1);
    struct diag *diag = diag_new(false);
    struct article *article = article_load(path, diag);
    assert_int_equal(diag_errors(diag), 0);
    for (guint w = 0; w < kinds->len; w++)
        if (!is_marked(article, (int)w, marks[g_array_index(kinds, int, w)].kind))
            fail_msg("the mark of w%u is lost in:\n%s\ngave:\n%s", w, page, import->article);
    article_free(article);
    diag_free(diag);
    import_free(import);
    g_remove(path);
}

static void no_mark_of_any_page_is_lost(void **state)
{
    int documents = 700;
    GRand *random = random_new(20261126, &documents);
    for (int i = 0; i < documents; i++) {
        g_autoptr(GArray) kinds = g_array_new(FALSE, FALSE, sizeof(int));
        g_autofree char *page = marked_page(random, kinds);
        check_marks(*state, page, kinds);
    }
    g_rand_free(random);
}

int main(void)
{
    const struct CMUnitTest tests[] = {scratch_test(no_mark_of_any_page_is_lost)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
