/* Documents without pages: every role becomes what says the same, nothing else is said. */
#include "desk.h"

#include "export/html.h"
#include "export/writer.h"

#include <time.h>

static const char *find_dot(void *user, const struct image *image)
{
    (void)image;
    return user;
}

/* The article `body` as HTML, without title and contact; owned by the caller. */
static char *html_of(struct scratch *s, const char *front, const char *body,
                     const struct html_setting *setting)
{
    struct desk desk;
    desk_compose(&desk, s, front, body, plain_clinic, MEDIUM_SCREEN);
    struct xml *xml = xml_new(XML_SYNTAX_HTML);
    g_autoptr(GPtrArray) blocks =
        document_blocks(desk.document, PART_SET(PART_BODY) | PART_SET(PART_ACTION));
    html_write_blocks(xml, desk.document, blocks, setting);
    desk_clear(&desk);
    return xml_finish(xml);
}

static void assert_html(struct scratch *s, const char *front, const char *body, const char *wanted)
{
    const struct html_setting plain = {0};
    g_autofree char *html = html_of(s, front, body, &plain);
    assert_string_equal(html, wanted);
}

/* The whole page of what the desk holds; owned by the caller. */
static char *page_of(const struct writer *writer, const struct desk *desk)
{
    struct style *style = style_load("none.yaml", desk->diag);
    char *page = writer->write(&(struct writing){.document = desk->document, .style = style});
    style_free(style);
    return page;
}

static void words_and_their_looks(void **state)
{
    assert_html(*state, "", "**a** `<b>` ~~c~~\n",
                "<p><strong>a</strong> <code>&lt;b&gt;</code> <span role=\"img\" "
                "aria-label=\"deleted: c\"><del>c</del></span></p>\n");
    assert_html(*state, "", "10<sup>9</sup> H<sub>2</sub>O <abbr title=\"hours\">h</abbr>\n",
                "<p>10<span><sup>9</sup></span> H<span><sub>2</sub></span>O "
                "<abbr title=\"hours\">h</abbr></p>\n");
    assert_html(*state, "", "one\\\ntwo\n", "<p>one<br>two</p>\n");
    assert_html(*state, "", "[a](https://x.example/?b&c)\n",
                "<p><a href=\"https://x.example/?b&amp;c\">a</a></p>\n");
}

static void sections_and_headings(void **state)
{
    assert_html(*state, "", "## a\n\nb\n",
                "<section>\n<h2 id=\"a\">a</h2>\n<p>b</p>\n</section>\n");
    g_autofree char *below = html_of(*state, "", "## a\n\n### b\n\n#### c\n\n##### d\n\n###### e\n",
                                     &(struct html_setting){.levels_above = 1});
    assert_non_null(strstr(below, "<h3 id=\"a\">a</h3>"));
    assert_non_null(strstr(below, "<h6 id=\"d\">d</h6>"));
    assert_non_null(strstr(below, "<h6 id=\"e\">e</h6>"));
}

static void lists_keep_their_numbers(void **state)
{
    assert_html(*state, "", "- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
    assert_html(*state, "", "1. a\n2. b\n", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n");
    assert_html(*state, "", "3. a\n4. b\n", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
    assert_html(*state, "", "- [ ] a\n",
                "<ul>\n<li class=\"task\"><span role=\"img\" aria-label=\"To do\">☐</span> "
                "a</li>\n</ul>\n");
}

static void tables_have_heads(void **state)
{
    assert_html(*state, "", "| a | b |\n|---|--:|\n| c | d |\n",
                "<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n"
                "<th scope=\"col\" class=\"end\">b</th>\n</tr>\n</thead>\n"
                "<tbody>\n<tr>\n<td>c</td>\n<td class=\"end\">d</td>\n</tr>\n</tbody>\n</table>\n");
}

static void tables_that_may_be_cards_name_their_cells(void **state)
{
    g_autofree char *html =
        html_of(*state, "",
                "| a | b |\n|---|--:|\n| c | d |\n| e | more words than a line of a card has |\n",
                &(struct html_setting){.handout = true});
    assert_non_null(strstr(html, "<table>\n<thead>\n"));
    assert_non_null(strstr(html,
                           "<td class=\"end short\"><span class=\"label\" "
                           "aria-hidden=\"true\">b</span><span class=\"value\">d</span></td>"));
    assert_non_null(strstr(html, "<td class=\"end\"><span class=\"label\" "
                                 "aria-hidden=\"true\">b</span>more words"));
}

static void quotes_code_and_rules(void **state)
{
    assert_html(*state, "", "> a\n\n---\n\n```\nb  c\n  d\n```\n",
                "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>\n<pre><code>b  c\n  d</code></pre>\n");
}

static void words_read_their_own_way(void **state)
{
    assert_html(*state, "title: نوم\nlang: ar\n", "نم جيدا\n\n- Melatonin\n- 555 1234\n",
                "<p>نم جيدا</p>\n<ul dir=\"ltr\">\n<li>Melatonin</li>\n<li>555 1234</li>\n</ul>\n");
    assert_html(*state, "lang: en\n", "One\n\n- نم جيدا\n- Two\n",
                "<p>One</p>\n<ul dir=\"rtl\">\n<li><div lang=\"und-Arab\">نم جيدا</div>\n</li>\n"
                "<li><div dir=\"ltr\">Two</div>\n</li>\n</ul>\n");
}

static void labels_in_another_language_say_so(void **state)
{
    struct desk desk;
    desk_compose(&desk, *state, "lang: eo\n", "Teksto.\n", plain_clinic, MEDIUM_PAPER);
    g_autofree char *page = page_of(&writer_html, &desk);
    assert_non_null(strstr(page, "<html lang=\"eo\" dir=\"ltr\">"));
    assert_non_null(strstr(page, "<h2 lang=\"en\">Contact us</h2>"));
    desk_clear(&desk);
}

static void pictures_have_their_words(void **state)
{
    static const unsigned char dot_png[] = {
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
        0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00,
        0x00, 0x90, 0x77, 0x53, 0xde, 0x00, 0x00, 0x00, 0x0c, 0x49, 0x44, 0x41, 0x54, 0x78,
        0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0x00, 0x00, 0x03, 0x01, 0x01, 0x00, 0xc9, 0xfe, 0x92,
        0xef, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};
    struct scratch *s = *state;
    g_autofree char *path = scratch_write(s, "dot.png", dot_png, sizeof dot_png);
    assert_html(s, "", "![A dot](dot.png)\n\na ![A dot](dot.png) b\n",
                "<p>A dot</p>\n<p>a <span>A dot</span> b</p>\n");
    g_autofree char *shown =
        html_of(s, "", "![A \"dot\"](dot.png)\n",
                &(struct html_setting){.find_picture = find_dot, .user = (char *)"d.png"});
    assert_string_equal(shown, "<figure><img src=\"d.png\" width=\"1\" height=\"1\" "
                               "alt=\"A &quot;dot&quot;\"></figure>\n");
}

static void forms_can_be_filled_in(void **state)
{
    struct desk desk;
    desk_compose(&desk, *state, "", "a\n",
                 "name: C\ncontact_slip:\n  - label: How\n    choices: [x]\n", MEDIUM_PAPER);
    g_autofree char *page = page_of(&writer_html, &desk);
    assert_non_null(strstr(page, "<p><strong>Name</strong> <input type=\"text\" "
                                 "name=\"name\" aria-label=\"Name\"></p>"));
    assert_non_null(strstr(page, "<input type=\"checkbox\" name=\"field5\" "
                                 "aria-label=\"How: x\"> x</p>"));
    assert_non_null(strstr(page, "<span class=\"write\"></span></p>"));
    desk_clear(&desk);
}

static void a_sample_says_that_it_is_one(void **state)
{
    struct desk desk;
    desk_compose(&desk, *state, "", "a\n", "name: C\nsample: yes\n", MEDIUM_PAPER);
    g_autofree char *page = page_of(&writer_html, &desk);
    assert_non_null(
        strstr(page, "<main id=\"main\">\n<p class=\"sample\"><strong>SAMPLE</strong></p>\n"));
    desk_clear(&desk);
}

static void the_tree_is_an_element_a_line(void **state)
{
    struct desk desk;
    desk_compose(&desk, *state, "lang: en\n",
                 "a [b](tel:+15550100) **c**\n\n3. d\n\n| e |\n|---|\n| \"f\\\\\"&#8203; |\n",
                 plain_clinic, MEDIUM_SCREEN);
    g_autofree char *tree = page_of(&writer_tree, &desk);
    assert_true(g_str_has_prefix(tree, "Document title=\"T\" lang=\"en\" dir=\"ltr\" author=\"C\"\n"
                                       "  P \"C\"\n"
                                       "  H1 \"T\"\n"
                                       "  P \"a \"\n"
                                       "    Link uri=\"tel:+15550100\" alt=\"b\" \"b\"\n"
                                       "    \" \" strong \"c\"\n"
                                       "  L numbering=\"decimal\"\n"
                                       "    LI\n"
                                       "      Lbl number=\"3.\"\n"
                                       "      LBody \"d\"\n"
                                       "  Table\n"
                                       "    THead\n"
                                       "      TR\n"
                                       "        TH scope=\"column\" \"e\"\n"
                                       "    TBody\n"
                                       "      TR\n"
                                       "        TD header=\"e\" \"\\\"f\\\\\\\"\\u{200b}\"\n"));
    desk_clear(&desk);
}

/* Asked of each whether it is raised, of a paragraph whose square takes half a minute. */
static void many_marked_words_take_no_time_to_speak_of(void **state)
{
    const struct html_setting plain = {0};
    g_autoptr(GString) body = g_string_new(NULL);
    for (int i = 0; i < 100000; i++)
        g_string_append(body, "~~a~~ b ");
    clock_t start = clock();
    g_autofree char *html = html_of(*state, "", body->str, &plain);
    assert_true(clock() - start < 8 * CLOCKS_PER_SEC);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_and_their_looks, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(sections_and_headings, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(lists_keep_their_numbers, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(tables_have_heads, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(tables_that_may_be_cards_name_their_cells, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(quotes_code_and_rules, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(words_read_their_own_way, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(labels_in_another_language_say_so, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(pictures_have_their_words, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(forms_can_be_filled_in, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(a_sample_says_that_it_is_one, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(the_tree_is_an_element_a_line, scratch_setup,
                                        scratch_teardown),
        scratch_test(many_marked_words_take_no_time_to_speak_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
