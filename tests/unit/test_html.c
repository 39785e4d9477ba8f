/* HTML inside Markdown: what becomes of each element, and what is refused. */
#include "article_sketch.h"

#include <time.h>

static void inline_elements_are_carried_out(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "10<sup>9</sup> H<sub>2</sub>O\n", "p('10' sup('9') ' H' sub('2') 'O')");
    assert_body(s, "<b>a</b> <strong>b</strong> <u>c</u> <kbd>d</kbd> <mark>e</mark>\n",
                "p(strong('a') ' ' strong('b') ' ' strong('c') ' ' strong('d') ' ' strong('e'))");
    assert_body(s, "<i>a</i> <em>b</em> <del>c</del> <s>d</s> <ins>e</ins>\n",
                "p(em('a') ' ' em('b') ' ' strike('c') ' ' strike('d') ' ' ins('e'))");
    assert_body(s, "one<br>two<BR/>three <small>four</small>\n",
                "p('one' hard 'two' hard 'three ' 'four')");
    assert_body(s, "<b>bold *stress* <sup>2</sup></b>\n",
                "p(strong('bold ' em('stress') ' ' sup('2')))");
    assert_not_said(s->diag, "[raw-html]");
}

static void spans_abbreviations_and_links_keep_what_they_say(void **state)
{
    struct scratch *s = *state;
    struct article *article =
        load_body(s, "<span lang=es dir='rtl'>a</span><abbr title=\"A &amp; E\">b</abbr>"
                     "<a href=\"tel:+15032345678\">c</a>\n");
    const struct node *span = article->root->first->first, *abbr = span->next, *link = abbr->next;
    assert_tree(article, "p(span('a') abbr('b') link('c'))");
    assert_string_equal(span->as.span.lang, "es");
    assert_int_equal(span->as.span.direction, SPAN_DIRECTION_RTL);
    assert_string_equal(abbr->as.abbreviation.expansion, "A & E");
    assert_string_equal(link->as.link.url, "tel:+15032345678");
    article_free(article);
}

static void languages_are_spelt_as_usual_and_checked(void **state)
{
    struct scratch *s = *state;
    struct article *article = load_body(s, "<span lang=ES-mx>a</span> [b]{lang=zh-hant}\n");
    const struct node *span = article->root->first->first;
    assert_string_equal(span->as.span.lang, "es-MX");
    assert_string_equal(span->next->next->as.span.lang, "zh-Hant");
    article_free(article);
    article_free(load_body(s, "<span lang=spanish>a</span>\n\nto [b]{lang=Vietnamese dir=up}\n"));
    assert_said(s->diag, "a.md:4:1: error: 'spanish' is no language");
    assert_said(s->diag, "a.md:6:7: error: 'Vietnamese' is no language");
    assert_said(s->diag, "a.md:6:7: error: 'up' is no direction");
}

static void brackets_mark_a_language(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "a [b *c* [d]{lang=fr}]{lang=es}.\n",
                "p('a ' span('b ' em('c') ' ' span('d')) '.')");
    assert_body(s, "[b]{lang=\"es\" dir='ltr'}\n", "p(span('b'))");
    assert_body(s, "[1] [b] {x} [c\nd]{lang=es}[e]{dir=rtl}\n",
                "p('[1] [b] {x} ' span('c' soft 'd') span('e'))");
    assert_body(s, "| [a]{lang=es} |\n|---|\n| b |\n",
                "table(row(cell(span('a'))) row(cell('b')))");
    assert_not_said(s->diag, "error");
    article_free(load_body(s, "a{lang=es}, **[b**]{lang=es}\n"));
    assert_said(s->diag, "a.md:4:2: error: '{lang=es}' stands behind no words in brackets");
    assert_said(s->diag, "a.md:4:20: error: '{lang=es}' stands behind no words in brackets");
}

static void blocks_are_carried_out(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "<p align='center'>one</p>\n<div>two\nthree</div>\n", "p('one') p('two three')");
    assert_body(s, "<ul><li>a <b>b</b></li><li>c</li></ul>\n",
                "list(item(p('a ' strong('b'))) item(p('c')))");
    assert_body(s, "<ol start=3><li>a<ul><li>b</ul></ol>\n",
                "list(item(p('a') list(item(p('b')))))");
    assert_body(s, "<h3>head</h3>\n<blockquote>said</blockquote>\n<hr>\n",
                "h2('head') quote(p('said')) rule");
    assert_body(s, "## One\n\n<details><summary>When?</summary>\n\nNow.\n\n</details>\n",
                "h2('One') h3('When?') p('Now.')");
    assert_body(s, "<div>1 &lt; 2 &amp; *x* &#8364; 3 < 4 &nope;</div>\n",
                "p('1 < 2 & *x* \xE2\x82\xAC 3 < 4 &nope;')");
    assert_not_said(s->diag, "[raw-html]");
}

static void tables_are_tables(void **state)
{
    struct scratch *s = *state;
    assert_body(
        s, "<table><tr><th>Age</th><th>Dose</th></tr>\n<tr><td>2</td><td>5 mL</td></tr></table>\n",
        "table(row(cell('Age') cell('Dose')) row(cell('2') cell('5 mL')))");
    assert_body(s, "<table>\n<tr><td>a<td>b\n<tr><td>c\n</table>\n",
                "table(row(cell cell) row(cell('a') cell('b')) row(cell('c') cell))");
    assert_not_said(s->diag, "[raw-html]");
    article_free(load_body(s, "<table><tr><td colspan=2>a</td></tr></table>\n"));
    assert_said(s->diag, "a.md:4:12: error: the HTML '<td colspan=2>' cannot be carried out");
}

static void comments_are_silent(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "a <!-- no --> end\n", "p('a ' ' end')");
    assert_body(s, "<!-- a\n\ncomment -->\n\ntext\n", "p('text')");
    assert_body(s, "<!DOCTYPE gone>\n\ntext\n", "p('text')");
    assert_body(s, "<![CDATA[ kept ]]>\n", "p('kept')");
    assert_not_said(s->diag, "[raw-html]");
}

static void what_would_lose_its_sense_is_an_error(void **state)
{
    (void)state;
    static const char *const bodies[] = {
        "<script>\nif (a<b) alert('x');\n</script>\n",
        "<iframe src=x></iframe>\n",
        "<ol type=A><li>a</li></ol>\n",
        "A <blink>word</blink>\n",
        "A <sup>2\n",
        "A</sub> b\n",
        "<div>x<!-- open\n",
        "<table><tr><td>a\n\n</td></tr></table>\n",
        "<input value=x>\n",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(bodies); i++) {
        void *own;
        assert_int_equal(scratch_setup(&own), 0);
        struct scratch *s = own;
        article_free(load_body(s, bodies[i]));
        assert_said(s->diag, "error: ");
        assert_said(s->diag, "[raw-html]");
        assert_int_equal(scratch_teardown(&own), 0);
    }
}

static void assert_refused(struct scratch *s, const char *body, const char *start)
{
    article_free(load_body(s, body));
    assert_said(s->diag, start);
}

static void names_of_elements_that_were_meant_as_words_are_errors(void **state)
{
    struct scratch *s = *state;
    assert_refused(s, "Take </one> now.\n", "a.md:4:6: error: the HTML '</one>' cannot be carried");
    assert_refused(s, "\n<div></two></div>\n", "a.md:5:6: error: the HTML '</two>' cannot be");
    assert_refused(s, "\n\nAt <time>.\n", "a.md:6:4: error: this HTML tag is not closed");
    assert_refused(s, "\n\n\nTo <address>.\n", "a.md:7:4: error: this HTML tag is not closed");
    assert_refused(s, "\n\n\n\nAt <time of day>.\n",
                   "a.md:8:4: error: the HTML '<time of day>' cannot be carried out");
    assert_not_said(s->diag, "a.md:8:4: error: this");
    assert_refused(s, "\n\n\n\n\n<p take two>a</p>\n", "a.md:9:1: error: the HTML '<p take two>'");
    assert_body(s, "\n\n\n\n\n\n<small>a</small> <time\ndatetime=\"1\">b</time><wbr><br />c\n",
                "p('a' ' ' 'b' hard 'c')");
    assert_body(s, "\n\n\n\n\n\n\n<p data-x hidden-y=1>a</p>\n", "p('a')");
    assert_not_said(s->diag, "a.md:10:");
    assert_not_said(s->diag, "a.md:11:");
}

static void html_that_never_ends_is_kept_in_bounds(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "<div>x<![CDATA[open\n", "p('x' 'open')");
    assert_body(s, "<div>x<a href='open\n", "p('x<a href='open')");
}

/* So many that a look through the article for each takes half a minute. */
static void many_comments_take_no_time_to_speak_of(void **state)
{
    g_autoptr(GString) body = g_string_new(NULL);
    for (int i = 0; i < 80000; i++)
        g_string_append(body, "a\n\n<!-- b -->\n\n");
    clock_t start = clock();
    article_free(load_body(*state, body->str));
    assert_true(clock() - start < 6 * CLOCKS_PER_SEC);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(inline_elements_are_carried_out),
        scratch_test(spans_abbreviations_and_links_keep_what_they_say),
        scratch_test(languages_are_spelt_as_usual_and_checked),
        scratch_test(brackets_mark_a_language),
        scratch_test(blocks_are_carried_out),
        scratch_test(tables_are_tables),
        scratch_test(comments_are_silent),
        cmocka_unit_test(what_would_lose_its_sense_is_an_error),
        scratch_test(names_of_elements_that_were_meant_as_words_are_errors),
        scratch_test(html_that_never_ends_is_kept_in_bounds),
        scratch_test(many_comments_take_no_time_to_speak_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
