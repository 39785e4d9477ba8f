/* Articles: the tree that Markdown becomes, and what is reported on the way. */
#include "article_sketch.h"
#include "base/paths.h"

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
        load_body(s, "\xC3\xA9\xC3\xA9 *em*\n   next `code`\n\n> - q **s**\n  >38 **s**\n\n"
                     "> > q\n>     **s**\n");
    const struct node *p = article->root->first, *em = p->first->next, *code = p->last;
    assert_place(p, 4, 1);
    assert_place(em, 4, 4);
    assert_place(code, 5, 10);
    const struct node *quote = p->next;
    assert_place(quote, 7, 1);
    assert_place(quote->first, 7, 3);
    const struct node *item = quote->first->first->first;
    assert_place(item->first->next, 7, 7);
    assert_place(item->last, 8, 7);
    assert_place(quote->next->first->first->last, 11, 7);
    g_autofree char *path = paths_text(p->pos.file);
    assert_true(g_str_has_suffix(path, "a.md"));
    article_free(article);
}

/* The parser makes such a table of the end of their paragraph. */
static void a_table_right_below_words_has_a_place_of_its_own(void **state)
{
    struct scratch *s = *state;
    struct article *article =
        load_body(s, "> - one *a*\n>   two *b*\n>   | *c* | d |\n>   |---|---|\n>   | *e* | f |\n");
    const struct node *words = article->root->first->first->first->first, *table = words->next;
    assert_place(words, 4, 5);
    assert_place(words->first->next, 4, 9);
    assert_place(words->last, 5, 9);
    assert_place(table, 6, 5);
    assert_place(table->first->first->first, 6, 7);
    assert_place(table->last->first->first, 8, 7);
    article_free(article);
}

/* One of a column needs no bar. */
static void a_table_without_bars_right_below_words_has_one_too(void **state)
{
    static const char *const dashes[] = {":-", "-:", ":-:"};
    struct scratch *s = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(dashes); i++) {
        g_autofree char *body = g_strconcat("Words\na\n", dashes[i], "\nb", NULL);
        struct article *article = load_body(s, body);
        const struct node *words = article->root->first, *table = words->next;
        assert_int_equal(table->kind, NODE_TABLE);
        assert_int_equal(table->pos.line, words->pos.line + 1);
        article_free(article);
    }
}

static void a_bare_bullet_makes_no_heading_of_words(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "one\n\xE2\x80\xA2\n\n\xE2\x80\xA2 two\n\xE2\x80\xA2 three\n",
                "p('one' soft '\xE2\x80\xA2') list(item(p('two')) item(p('three')))");
}

/* The words before and behind the line end, and whether a blank is left between them. */
static void line_ends_are_no_blanks_where_scripts_write_none(void **state)
{
    static const struct {
        const char *before, *behind;
        bool blank;
    } cases[] = {
        {"治疗", "方法", false},    {"请致电", "500", true},     {"医生说：", "“请", false},
        {"喝水”", "然后", false},   {"然后——", "休息", false},   {"（depression）", "有效", false},
        {"TMS", "治疗", true},      {"テキスト", "です", false}, {"한국어는", "띄어", true},
        {"คำแนะนำ", "ภาษา", false}, {"ກ", "ຂ", false},           {"និង", "កុមារ", false},
        {"ថ្ងៃ។", "បន្ទាប់", true},    {"က", "ခ", false},           {"က။", "ခ", true},
        {"བོད་", "སྐད", false},       {"སྐད།", "བོད", true},         {"he said “yes”", "and", true},
    };
    struct scratch *s = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *body = g_strdup_printf("%s\n%s\n", cases[i].before, cases[i].behind);
        g_autofree char *sketch =
            g_strdup_printf(cases[i].blank ? "p('%s' soft '%s')" : "p('%s' '%s')", cases[i].before,
                            cases[i].behind);
        assert_body(s, body, sketch);
    }
}

static void a_quotation_that_names_its_kind_is_a_callout(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "> [!NOTE]\n> a\n", "callout(p('a'))");
    assert_body(s, "> [!tip] a\n> b\n", "callout(p('a' soft 'b'))");
    assert_body(s, "> [!WARNING]\n>\n> a\n>\n> > b\n", "callout(p('a') quote(p('b')))");
    assert_body(s, "> [NOTE]\n> a\n\n> a [!NOTE]\n",
                "quote(p('[NOTE]' soft 'a')) quote(p('a [!NOTE]'))");
    assert_int_equal(diag_count(s->diag, SEVERITY_ERROR), 0);
    assert_body(s, "> [!DANGER]\n> a\n", "quote(p('[!DANGER]' soft 'a'))");
    assert_said(s->diag, "a.md:4:3: error: '[!DANGER]' is no kind of note: write [!NOTE]");
    assert_body(s, "\n> [!CAUTION]\n\na\n", "callout p('a')");
    assert_said(s->diag, "a.md:5:1: error: this '[!CAUTION]' has no words");
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

/* "To desk@…" in Hebrew: a prefix, a hyphen, and the address. */
static void a_hyphen_before_an_address_belongs_to_its_prefix(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "אל ל-a-b@example.org.", "p('אל ל-' link('a-b@example.org') '.')");
    assert_body(s, "אל ל-a-b&#64;example.org.", "p('אל ל-' link('a-b@example.org') '.')");
    struct article *article = load_body(s, "ל--a@example.org");
    const struct node *link = article->root->first->first->next;
    assert_string_equal(link->as.link.url, "mailto:a@example.org");
    article_free(article);
    assert_body(s, "ל[-a@example.org](mailto:b@example.org)", "p('ל' link('-a@example.org'))");
}

static void an_address_has_letters_that_ascii_lacks(void **state)
{
    static const struct {
        const char *body, *tree, *url;
    } cases[] = {
        {"An müller@praxis.example.", "p('An ' link('müller@praxis.example') '.')",
         "mailto:m%C3%BCller@praxis.example"},
        {"An j.mü-ller@praxis.example", "p('An ' link('j.mü-ller@praxis.example'))",
         "mailto:j.m%C3%BC-ller@praxis.example"},
        {"An desk@praxis.müller.example.", "p('An ' link('desk@praxis.müller.example') '.')",
         "mailto:desk@praxis.m%C3%BCller.example"},
        {"邮箱info@clinic.example吗", "p('邮箱' link('info@clinic.example') '吗')",
         "mailto:info@clinic.example"},
    };
    struct scratch *s = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_body(s, cases[i].body, cases[i].tree);
        struct article *article = load_body(s, cases[i].body);
        assert_string_equal(article->root->first->first->next->as.link.url, cases[i].url);
        article_free(article);
    }
}

static void links_that_cannot_work_keep_their_words(void **state)
{
    static const char *const urls[] = {"page.html",    "#",           "javascript:alert(1)",
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

static const struct node *target_of(const struct article *article)
{
    const struct node *link = article->root->last->first;
    assert_int_equal(link->kind, NODE_LINK);
    return link->as.link.target;
}

static void links_lead_to_headings(void **state)
{
    static const struct {
        const char *heading, *link, *anchor;
    } cases[] = {
        {"What to *bring*, and when?", "#what-to-bring-and-when", "what-to-bring-and-when"},
        {"Über uns", "#%C3%BCber-uns", "\u00FCber-uns"},
        {"Über uns", "#uber-uns", "\u00FCber-uns"},
        {"מה להביא", "#מה-להביא", "מה-להביא"},
        {"A\n\n## A", "#A-1", "a"},
        {"Über\n\n## Uber", "#uber", "\u00FCber"},
    };
    struct scratch *s = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *body =
            g_strdup_printf("## %s\n\n[words](%s)\n", cases[i].heading, cases[i].link);
        struct article *article = load_body(s, body);
        const struct node *first = article->root->first, *target = target_of(article);
        assert_string_equal(first->as.heading.anchor, cases[i].anchor);
        assert_ptr_equal(target, i >= 4 ? first->next : first);
        article_free(article);
    }
    assert_not_said(s->diag, "[link-inside]");
    article_free(load_body(s, "## What to bring\n\n[words](#what-to-brin)\n"));
    assert_said(s->diag, "a.md:6:1: error: no heading is called '#what-to-brin': did you mean "
                         "'#what-to-bring'?");
}

static void headings_alike_get_numbers_that_none_has(void **state)
{
    static const char *const names[] = {"a", "a-1", "a-2", "a-1-1", "a-3"};
    struct article *article = load_body(*state, "## A\n\n## A 1\n\n## A\n\n## A 1\n\n## A\n");
    const struct node *heading = article->root->first;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++, heading = heading->next)
        assert_string_equal(heading->as.heading.anchor, names[i]);
    article_free(article);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(every_construct_has_its_node),
        scratch_test(lists_and_tables_keep_their_settings),
        scratch_test(nothing_is_reworded),
        scratch_test(places_count_code_points_from_the_files_first_line),
        scratch_test(a_table_right_below_words_has_a_place_of_its_own),
        scratch_test(a_table_without_bars_right_below_words_has_one_too),
        scratch_test(a_bare_bullet_makes_no_heading_of_words),
        scratch_test(line_ends_are_no_blanks_where_scripts_write_none),
        scratch_test(a_quotation_that_names_its_kind_is_a_callout),
        scratch_test(headings_never_skip_a_level),
        scratch_test(level_1_in_the_body_moves_all_below_it),
        scratch_test(a_heading_without_words_is_left_out),
        scratch_test(links_that_work_on_paper_are_kept),
        scratch_test(a_hyphen_before_an_address_belongs_to_its_prefix),
        scratch_test(an_address_has_letters_that_ascii_lacks),
        cmocka_unit_test(links_that_cannot_work_keep_their_words),
        scratch_test(links_lead_to_headings),
        scratch_test(headings_alike_get_numbers_that_none_has),
        scratch_test(a_link_without_words_shows_its_address),
        scratch_test(pictures_need_words_and_a_file),
        scratch_test(cells_that_gfm_drops_are_an_error),
        scratch_test(control_characters_from_entities_are_an_error),
        scratch_test(pathological_nesting_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
