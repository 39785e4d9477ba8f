/* Articles: the tree that Markdown becomes, front matter, and what is reported on the way. */
#include "scratch.h"

#include "content/article.h"

static struct article *load(struct scratch *s, const char *text)
{
    g_autofree char *path = scratch_write(s, "a.md", text, -1);
    return article_load(path, s->diag);
}

/* A body below a title. */
static struct article *load_body(struct scratch *s, const char *body)
{
    g_autofree char *text = g_strconcat("---\ntitle: T\n---\n", body, NULL);
    return load(s, text);
}

static const char *kind_name(enum node_kind kind)
{
    static const char *const names[NODE_KIND_COUNT] = {
        [NODE_ARTICLE] = "article", [NODE_HEADING] = "h",       [NODE_PARAGRAPH] = "p",
        [NODE_LIST] = "list",       [NODE_ITEM] = "item",       [NODE_QUOTE] = "quote",
        [NODE_CODE_BLOCK] = "pre",  [NODE_RULE] = "rule",       [NODE_TABLE] = "table",
        [NODE_ROW] = "row",         [NODE_CELL] = "cell",       [NODE_TEXT] = "",
        [NODE_CODE] = "code",       [NODE_EMPHASIS] = "em",     [NODE_STRONG] = "strong",
        [NODE_STRIKE] = "strike",   [NODE_LINK] = "link",       [NODE_IMAGE] = "image",
        [NODE_SOFT_BREAK] = "soft", [NODE_HARD_BREAK] = "hard",
    };
    return names[kind];
}

/* The tree in one line: kind(children), text in quotes. */
static void sketch(const struct node *node, GString *out)
{
    g_string_append(out, kind_name(node->kind));
    if (node->kind == NODE_HEADING)
        g_string_append_printf(out, "%d", node->as.heading.tagged_level);
    if (node->text)
        g_string_append_printf(out, "'%s'", node->text);
    if (!node->first)
        return;
    g_string_append_c(out, '(');
    for (const struct node *child = node->first; child; child = child->next) {
        assert_ptr_equal(child->parent, node);
        if (child != node->first)
            g_string_append_c(out, ' ');
        sketch(child, out);
        assert_true(child->next || child == node->last);
    }
    g_string_append_c(out, ')');
}

static void assert_tree(const struct article *article, const char *wanted)
{
    g_autoptr(GString) found = g_string_new(NULL);
    for (const struct node *n = article->root->first; n; n = n->next) {
        if (found->len)
            g_string_append_c(found, ' ');
        sketch(n, found);
    }
    assert_string_equal(found->str, wanted);
}

static void assert_body(struct scratch *s, const char *body, const char *wanted)
{
    struct article *article = load_body(s, body);
    assert_tree(article, wanted);
    article_free(article);
}

static void assert_place(const struct node *node, int line, int col)
{
    assert_int_equal(node->pos.line, line);
    assert_int_equal(node->pos.col, col);
}

static void every_construct_has_its_node(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "one *em* **strong** ~~strike~~ `code`\ntwo\\\nthree",
                "p('one ' em('em') ' ' strong('strong') ' ' strike('strike') ' ' code'code' soft "
                "'two' hard 'three')");
    assert_body(s, "- a\n- b\n  1. c\n", "list(item(p('a')) item(p('b') list(item(p('c')))))");
    assert_body(s, "> q\n\n***\n\n    code\n", "quote(p('q')) rule pre'code'");
    assert_body(s, "```\ntwo\n\tlines\n```\n", "pre'two\n\tlines'");
    assert_body(s, "| a | b |\n|---|---|\n| c |\n",
                "table(row(cell('a') cell('b')) row(cell('c') cell))");
    assert_body(s, "## two\n\n### three\n", "h2('two') h3('three')");
}

static void lists_and_tables_keep_their_settings(void **state)
{
    struct scratch *s = *state;
    struct article *article = load_body(s, "4. a\n\n5. b\n\n- [ ] open\n- [x] done\n- none\n\n"
                                           "| a | b | c |\n|:--|:-:|--:|\n| d | e | f |\n");
    const struct node *ordered = article->root->first, *tasks = ordered->next, *table = tasks->next;
    assert_true(ordered->as.list.ordered && !ordered->as.list.tight);
    assert_int_equal(ordered->as.list.start, 4);
    assert_true(!tasks->as.list.ordered && tasks->as.list.tight);
    assert_int_equal(tasks->first->as.item.task, TASK_OPEN);
    assert_int_equal(tasks->first->next->as.item.task, TASK_DONE);
    assert_int_equal(tasks->last->as.item.task, TASK_NONE);
    assert_int_equal(table->as.table.columns, 3);
    assert_int_equal(table->as.table.alignments[0], ALIGN_START);
    assert_int_equal(table->as.table.alignments[1], ALIGN_CENTER);
    assert_int_equal(table->as.table.alignments[2], ALIGN_END);
    article_free(article);
}

static void nothing_is_reworded(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "\"quotes\" -- and... ~5 it's & &amp; &euro; \\* 1 < 2\n",
                "p('\"quotes\" -- and... ~5 it's & & \xE2\x82\xAC * 1 < 2')");
}

static void places_count_code_points_from_the_files_first_line(void **state)
{
    struct scratch *s = *state;
    struct article *article =
        load_body(s, "\xC3\xA9\xC3\xA9 *em*\n   next `code`\n\n> - q **s**\n");
    const struct node *p = article->root->first, *em = p->first->next, *code = p->last;
    assert_place(p, 4, 1);
    assert_place(em, 4, 4);
    assert_place(code, 5, 10);
    const struct node *quote = p->next;
    assert_place(quote, 7, 1);
    assert_place(quote->first, 7, 3);
    assert_place(quote->first->first->first->last, 7, 7);
    assert_true(g_str_has_suffix(p->pos.path, "a.md"));
    article_free(article);
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
    assert_place(article->root->first, 12, 1);
    article_free(article);
}

static void absent_facts_are_warned_about_once_each(void **state)
{
    struct scratch *s = *state;
    struct article *article = load(s, "# T\n\nText\n");
    static const char *const keys[] = {"summary",  "version",     "reviewed", "review_due",
                                       "producer", "approved_by", "sources"};
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_autofree char *said =
            g_strdup_printf("a.md:1: warning: '%s' is not given, so its line is left out "
                            "[front-matter-missing]",
                            keys[i]);
        assert_said(s->diag, said);
    }
    assert_said(s->diag,
                "a.md:1: warning: 'lang' is not given, so the article is taken for 'en-US'");
    assert_int_equal(diag_count(s->diag, SEVERITY_WARNING), G_N_ELEMENTS(keys) + 1);
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
        {"---\n\ttitle: T\n---\nx", "a.md:2:1: error: a tab cannot indent"},
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
            assert_said(s->diag, "a.md:3:13: warning: the review was due by");
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

static void headings_never_skip_a_level(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "#### a\n\n## b\n\n#### c\n\n### d\n\n##### e\n",
                "h2('a') h2('b') h3('c') h3('d') h4('e')");
    assert_said(s->diag,
                "a.md:4:1: warning: heading level 4 follows level 1: it is tagged as level "
                "2 [heading-level]");
    assert_said(s->diag,
                "a.md:8:1: warning: heading level 4 follows level 2: it is tagged as level 3");
    assert_not_said(s->diag, "a.md:6:");
}

static void level_1_in_the_body_moves_all_below_it(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "# a\n\n## b\n\n# c\n", "h2('a') h3('b') h2('c')");
    assert_not_said(s->diag, "a.md:6:");
    assert_body(s, "# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6\n",
                "h2('1') h3('2') h4('3') h5('4') h6('5') h6('6')");
}

static void a_heading_without_words_is_left_out(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "##\n\ntext\n", "p('text')");
    assert_said(s->diag, "a.md:4:1: warning: this heading has no words, so it is left out");
}

static void raw_html_is_reported_and_its_text_kept(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "a <b>bold</b>, a<br>break <!-- no --> end\n",
                "p('a ' 'bold' ', a' hard 'break ' ' end')");
    assert_said(s->diag,
                "a.md:4:3: warning: the HTML '<b>' is not carried out, only its text is kept");
    assert_body(s, "<table><tr><td>one</td><td>t<i>w</i>o</td></tr>\n</table>\n", "p('one two')");
    assert_body(s, "<div title='>'>1 &lt; 2 &amp; *x* &#8364; 3 < 4 &nope;</div>\n",
                "p('1 < 2 & *x* \xE2\x82\xAC 3 < 4 &nope;')");
    assert_body(s, "<!-- a\n\ncomment -->\n\ntext\n", "p('text')");
    assert_body(s, "<script>\nif (a<b) alert('x'); <!-- no -->\n</script>\n",
                "p('if (a<b) alert('x');')");
    assert_body(s, "<![CDATA[ kept ]]>\n", "p('kept')");
    assert_body(s, "<?php gone ?>\n\n<!DOCTYPE gone>\n\ntext\n", "p('text')");
    assert_body(s, "<div>\n# no *markup* [x](y) www.example.org\n",
                "p('# no *markup* [x](y) www.example.org')");
}

static void html_that_never_ends_is_kept_in_bounds(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "<div>x<!-- open\n", "p('x')");
    assert_body(s, "<div>x<![CDATA[open\n", "p('xopen')");
    assert_body(s, "<div>x<a href='open\n", "p('x<a href='open')");
    assert_body(s, "<script>open\n", "p('open')");
}

static const struct node *only_link(const struct article *article)
{
    const struct node *link = article->root->first->first;
    assert_int_equal(link->kind, NODE_LINK);
    return link;
}

static void links_that_work_on_paper_are_kept(void **state)
{
    static const struct {
        const char *body, *url;
    } cases[] = {
        {"[x](<https://example.org/a b>)", "https://example.org/a%20b"},
        {"[x](HTTP://example.org/%C3%A9\xC3\xA9)", "HTTP://example.org/%C3%A9%C3%A9"},
        {"[x](mailto:a@example.org)", "mailto:a@example.org"},
        {"[x](tel:+15550100199)", "tel:+15550100199"},
        {"https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2"},
        {"www.example.org", "http://www.example.org"},
        {"<a@example.org>", "mailto:a@example.org"},
    };
    struct scratch *s = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct article *article = load_body(s, cases[i].body);
        assert_string_equal(only_link(article)->as.link.url, cases[i].url);
        article_free(article);
    }
    assert_not_said(s->diag, "link-target");
}

static void links_that_cannot_work_keep_their_words(void **state)
{
    static const char *const urls[] = {"page.html",    "#part",       "javascript:alert(1)",
                                       "data:text/x,", "file:///etc", "https://",
                                       "mailto:",      "//host/x",    "ftp://example.org"};
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(urls); i++) {
        void *inner;
        assert_int_equal(scratch_setup(&inner), 0);
        struct scratch *s = inner;
        g_autofree char *body = g_strdup_printf("[words](%s)", urls[i]);
        struct article *article = load_body(s, body);
        assert_string_equal(only_link(article)->as.link.url, "");
        assert_tree(article, "p(link('words'))");
        assert_said(s->diag, "a.md:4:1: warning: the link to '");
        article_free(article);
        scratch_teardown(&inner);
    }
}

static void a_link_without_words_shows_its_address(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "[](https://example.org)", "p(link('https://example.org'))");
    assert_said(s->diag, "a.md:4:1: warning: this link has no words");
    assert_body(s, "see [](x)", "p('see ')");
}

static void pictures_need_words_and_a_file(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "![](none.png)\n\n![a *b*\n`c`](none.png)\n", "p(image'') p(image'a b c')");
    assert_said(s->diag,
                "a.md:4:1: error: the picture 'none.png' has no words for those who cannot "
                "see it");
    assert_said(s->diag, "a.md:6:1: error: the picture 'none.png' is not there: check its name");
    assert_int_equal(diag_exit_status(s->diag), 1);
}

static void cells_that_gfm_drops_are_an_error(void **state)
{
    struct scratch *s = *state;
    struct article *article = load_body(s, "| a | b |\n|---|---|\n| 1 | 2 | lost |\n| 1 \\| 2 | 3\n"
                                           "1 | 2 |\n\n> a | b\n> --|--\n> c | d | lost\n");
    assert_said(s->diag, "a.md:6:1: error: this row has 3 cells but the table's header has 2");
    assert_said(s->diag, "a.md:12:3: error: this row has 3 cells");
    assert_int_equal(diag_errors(s->diag), 2);
    article_free(article);
}

static void control_characters_from_entities_are_an_error(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "a&#7;b\n", "p('ab')");
    assert_said(s->diag, "a.md:4:1: error: the control character U+0007 is not text");
}

static void assert_survives(struct scratch *s, const char *unit, unsigned times, const char *end)
{
    g_autoptr(GString) body = g_string_new(NULL);
    for (unsigned i = 0; i < times; i++)
        g_string_append(body, unit);
    g_string_append(body, end);
    struct article *article = load_body(s, body->str);
    assert_non_null(article);
    article_free(article);
}

static void pathological_nesting_does_no_harm(void **state)
{
    struct scratch *s = *state;
    assert_survives(s, "[", 10000, "x");
    assert_survives(s, "![a", 10000, "x");
    assert_survives(s, "*a **b ", 10000, "");
    assert_survives(s, "<", 10000, "x");
    assert_survives(s, "<!-- ", 10000, "x");
    assert_survives(s, "`a``", 10000, "x");
    assert_not_said(s->diag, "markdown-nesting");
    assert_survives(s, ">", 10000, "x");
    assert_said(s->diag, "a.md:4:33: error: lists, quotes or emphasis stand more than 32 deep");
    assert_survives(s, "- ", 10000, "x");
    assert_survives(s, "*a _b ", 50, "c_ d*");
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
    static const char *const files[] = {"b.md", "a.md", ".hidden.md", "notes.txt", "sub/c.md"};
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++)
        g_free(scratch_write(s, files[i], "x", -1));
    g_autoptr(GPtrArray) paths = article_list(s->directory, s->diag);
    assert_int_equal(paths->len, 2);
    assert_true(g_str_has_suffix(paths->pdata[0], "/a.md"));
    assert_true(g_str_has_suffix(paths->pdata[1], "/b.md"));
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
    assert_int_equal(diag_count(s->diag, SEVERITY_WARNING), 7);
    article_free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(every_construct_has_its_node),
        scratch_test(lists_and_tables_keep_their_settings),
        scratch_test(nothing_is_reworded),
        scratch_test(places_count_code_points_from_the_files_first_line),
        scratch_test(front_matter_fills_the_facts),
        scratch_test(absent_facts_are_warned_about_once_each),
        scratch_test(empty_facts_are_warned_about_at_their_key),
        cmocka_unit_test(broken_front_matter_is_an_error),
        cmocka_unit_test(a_review_is_due_after_its_last_day),
        scratch_test(a_rule_at_the_top_is_no_front_matter),
        scratch_test(the_first_h1_is_the_title_and_leaves),
        scratch_test(a_title_given_twice_is_printed_once),
        scratch_test(an_article_without_a_title_is_an_error),
        cmocka_unit_test(an_article_without_text_is_an_error),
        scratch_test(headings_never_skip_a_level),
        scratch_test(level_1_in_the_body_moves_all_below_it),
        scratch_test(a_heading_without_words_is_left_out),
        scratch_test(raw_html_is_reported_and_its_text_kept),
        scratch_test(html_that_never_ends_is_kept_in_bounds),
        scratch_test(links_that_work_on_paper_are_kept),
        cmocka_unit_test(links_that_cannot_work_keep_their_words),
        scratch_test(a_link_without_words_shows_its_address),
        scratch_test(pictures_need_words_and_a_file),
        scratch_test(cells_that_gfm_drops_are_an_error),
        scratch_test(control_characters_from_entities_are_an_error),
        scratch_test(pathological_nesting_does_no_harm),
        scratch_test(foreign_encodings_give_no_article),
        scratch_test(windows_files_read_the_same),
        scratch_test(names_are_fit_for_files_and_addresses),
        scratch_test(a_directory_lists_its_articles_in_order),
        scratch_test(directories_without_articles_are_reported),
        scratch_test(the_clinics_article_is_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
