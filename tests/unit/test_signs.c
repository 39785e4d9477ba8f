/*
 * Signs that Markdown would eat: each stays as it was written, or an error says what to write.
 */
#include "article_sketch.h"

static void assert_doubted(struct scratch *s, const char *body, const char *said)
{
    article_free(load_body(s, body));
    assert_said(s->diag, said);
}

static void signs_between_numbers_stay(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "Take 2*250 mg or 1*250 mg\n", "p('Take 2*250 mg or 1*250 mg')");
    assert_body(s, "5*3*2 = 30, mg*2 and mg*3, 2**3**4\n",
                "p('5*3*2 = 30, mg*2 and mg*3, 2**3**4')");
    assert_body(s, "10~~20 and 5~~10, 10~20\n", "p('10~~20 and 5~~10, 10~20')");
    assert_body(s, "2_000_000 and snake_case\n", "p('2_000_000 and snake_case')");
    assert_body(s, "`2*250 and 3*5`\n", "p(code'2*250 and 3*5')");
    assert_not_said(s->diag, "[sign]");
}

static void stress_beside_numbers_is_stress(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "Take **2** tablets, *not* 3\n",
                "p('Take ' strong('2') ' tablets, ' em('not') ' 3')");
    assert_body(s, "**2**nd, **B**12\n", "p(strong('2') 'nd, ' strong('B') '12')");
    assert_not_said(s->diag, "[sign]");
}

static void stress_without_a_letter_is_asked_about(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "It is *5 + 3* now\n", "p('It is ' em('5 + 3') ' now')");
    assert_said(s->diag, "a.md:4:7: error: the signs around '5 + 3' set it bold");
}

static void comparisons_at_the_start_of_a_line_stay(void **state)
{
    struct scratch *s = *state;
    assert_body(s,
                ">38 \xC2\xB0"
                "C\n",
                "p('>38 \xC2\xB0"
                "C')");
    assert_body(s, "- >38\n- >=40\n- <3\n", "list(item(p('>38')) item(p('>=40')) item(p('<3')))");
    assert_body(s, "Blood sugar:\n>250 mg\n", "p('Blood sugar:' soft '>250 mg')");
    assert_not_said(s->diag, "[sign]");
}

static void a_quotation_that_starts_with_a_number_is_asked_about(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "> 100.4\n", "quote(p('100.4'))");
    assert_said(s->diag, "a.md:4:1: error: '>' before a number makes a quotation");
    assert_body(s, "> Words, then\n> 5 more\n", "quote(p('Words, then' soft '5 more'))");
    assert_not_said(s->diag, "a.md:5:");
}

static void runs_of_low_lines_are_blanks_to_fill_in(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "Date: ___/___/____\n", "p('Date: ' blank'___' '/' blank'___' '/' blank'____')");
    assert_body(s, "________\n", "p(blank'________')");
    assert_body(s, "__/__/__ and _ _ _\n", "p(blank'__' '/' blank'__' '/' blank'__' ' and _ _ _')");
    assert_body(s, "__/__/____, a__b, __ and _/_\n",
                "p(blank'__' '/' blank'__' '/' blank'____' ', a__b, __ and _/_')");
    assert_body(s, "_ _ _\n", "p('_ _ _')");
    assert_body(s, "_so_ and __so__\n", "p(em('so') ' and ' strong('so'))");
    assert_not_said(s->diag, "[sign]");
}

static void numbers_of_items_stay(void **state)
{
    struct scratch *s = *state;
    struct article *article = load_body(s, "7) a\n8) b\n");
    assert_int_equal(article->root->first->as.list.start, 7);
    assert_int_equal(article->root->first->as.list.delimiter, ')');
    article_free(article);
    assert_body(s, "1. a\n1. b\n1. c\n", "list(item(p('a')) item(p('b')) item(p('c')))");
    assert_not_said(s->diag, "[sign]");
    assert_doubted(s, "0. a\n1. b\n5. c\n",
                   "a.md:6:1: error: this item is numbered '5' and would be printed as '2'");
    assert_doubted(s, "\n\n00123. zeros\n", "a.md:6:1: error: this item is numbered '00123'");
}

static void list_signs_that_may_be_signs_are_asked_about(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "+ plus\n+ more\n- - a\n\n  - inner\n",
                "list(item(p('plus')) item(p('more'))) "
                "list(item(list(item(p('a')) item(p('inner')))))");
    assert_said(s->diag, "a.md:6:1: error: the second of two list signs is not printed");
    assert_doubted(s, "+ 5 kg\n", "a.md:4:1: error: '+' before a number makes a list");
    assert_doubted(s, "\n\n\n+ \u00BD tablet\n",
                   "a.md:7:1: error: '+' before a number makes a list");
}

static void dashes_before_numbers_may_be_signs(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "Bring for 5:\n- 10 mg\n\nBring 5\n\n- 2 mg\n",
                "p('Bring for 5:') list(item(p('10 mg'))) p('Bring 5') list(item(p('2 mg')))");
    assert_body(
        s,
        "If:\n\n- 38 \u00B0C\n\nor\n\n- 38 \u00B0C\n- 39 \u00B0C\n\nor\n\n- room 5\n  - 3 chairs\n",
        "p('If:') list(item(p('38 \u00B0C'))) p('or') "
        "list(item(p('38 \u00B0C')) item(p('39 \u00B0C'))) p('or') "
        "list(item(p('room 5') list(item(p('3 chairs')))))");
    assert_body(s, "In week 2\n- 10 mg\n- 20 mg\n\n## Call us at\n\n- 38 \u00B0C\n",
                "p('In week 2') list(item(p('10 mg')) item(p('20 mg'))) h2('Call us at') "
                "list(item(p('38 \u00B0C')))");
    assert_not_said(s->diag, "[sign]");
    assert_doubted(s, "Take 5\n- 10 mg\n",
                   "a.md:5:1: error: '-' before a number makes a list here");
    assert_doubted(s, "\n\nIt is 5\n* 3 mg\n",
                   "a.md:7:1: error: '*' before a number makes a list here");
    assert_doubted(s, "At night\n\n\n\n\n- 5,5 \u00B0C\n",
                   "a.md:9:1: error: '-' before a number makes a list here");
}

static void headings_by_accident_are_asked_about(void **state)
{
    struct scratch *s = *state;
    assert_doubted(s, "Take one a day.\n---\n\nStop.\n",
                   "a.md:4:1: error: the line of '-' makes a heading of the text above it");
    assert_doubted(s, "\n\n\nFirst line\nsecond line\n===\n",
                   "a.md:7:1: error: the line of '=' makes a heading");
    assert_doubted(s, "Text.\n\n\n\n\n# 1 cause of falls\n",
                   "a.md:9:1: error: '#' before a number makes a heading");
    assert_doubted(s, "Text.\n\n\n\n\n\n\n## Room #\n",
                   "a.md:11:1: error: the '#' at the end of this heading is not printed");
}

static void headings_on_purpose_are_headings(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "#1 cause\n\nBefore\n---\n\n## 5 things ##\n\n# 1. So\n",
                "p('#1 cause') h2('Before') h2('5 things') h2('1. So')");
    assert_not_said(s->diag, "[sign]");
}

static void code_by_accident_is_asked_about(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "    Take 5 mg\n", "pre'Take 5 mg'");
    assert_said(s->diag, "a.md:4:5: error: four blanks or a tab at the start of a line");
    assert_body(s, "\n\n```\n2*5\n```\n", "pre'2*5'");
    assert_not_said(s->diag, "a.md:6:");
    assert_doubted(s, "\n\n\n```\nTake 2```\n", "a.md:7:1: error: this line makes code of all");
    assert_doubted(s, "\n\n\n\n~~~ Take 2\n2*5\n~~~\n",
                   "a.md:8:1: error: only the language of code");
    assert_body(s, "\n\n\n\n\n```yaml\na: 1\n```\n", "pre'a: 1'");
    assert_not_said(s->diag, "a.md:9:");
}

static void definitions_that_nothing_refers_to_are_errors(void **state)
{
    struct scratch *s = *state;
    article_free(load_body(s, "Text.\n\n[Dose]: 5mg\n"));
    assert_said(s->diag, "a.md:6:1: error: this line is taken for the address of a link that "
                         "nothing refers to");
    assert_body(s, "\n\n\n\nSee [this][ref] and [Ref].\n\n[ref]: https://example.org\n",
                "p('See ' link('this') ' and ' link('Ref') '.')");
    assert_not_said(s->diag, "a.md:10:");
    assert_body(s, "[\\[A&E\\]: now](https://example.org)\n", "p(link('[A&E]: now'))");
    assert_not_said(s->diag, "a.md:4:");
}

static void definitions_that_only_seem_to_be_referred_to_are_errors(void **state)
{
    struct scratch *s = *state;
    assert_doubted(s, "`[Dose]`\n\n[Dose]: 5mg\n", "a.md:6:1: error: this line is taken for");
    assert_doubted(s, "\n<!-- [Dose] -->\n\n[Dose]: 5mg\n", "a.md:7:1: error: this line is");
    assert_doubted(s, "\n\n[Dose]: 5mg\n\n[Dose]: 6mg\n", "a.md:6:1: error: this line is taken");
    assert_said(s->diag, "a.md:8:1: error: this line is taken");
    assert_doubted(s, "\n\n\n\n\n[A]: 5mg\n[A]: 6mg\n\n[A]\n",
                   "a.md:10:1: error: there is an address for '[A]' already");
    assert_doubted(s, "\n\n\n\n\n\n\na[^1]\n\n[^1]: [Dose]: 5mg\n", "a.md:13:7: error: this line");
    assert_body(s, "\n\n\n\n\n\n\n\n\n\nSee [the\nsite].\n\n[the site]: https://example.org\n",
                "p('See ' link('the' soft 'site') '.')");
    assert_not_said(s->diag, "a.md:17:");
}

static void definitions_behind_what_only_seems_code_are_errors(void **state)
{
    struct scratch *s = *state;
    assert_doubted(s, "- ```\n  a\n  ```\n\n[B]: 5mg\n", "a.md:8:1: error: this line is taken");
    assert_doubted(s, "\n\n<div>\n```\n</div>\n\n[B]: 5mg\n", "a.md:10:1: error: this line is");
    assert_doubted(s, "a\n    ```\nb\n\n\n\n\n\n[B]: 5mg\n", "a.md:12:1: error: this line is");
    assert_doubted(s, "\n\nThe sign `<!--`.\n\n\n\n\n\n\n\n[B]: 5mg\n",
                   "a.md:14:1: error: this line is");
    assert_body(s, "```\n[B]: 5mg\n```\n", "pre'[B]: 5mg'");
    assert_not_said(s->diag, "a.md:5:");
}

static void definitions_within_blocks_are_errors(void **state)
{
    struct scratch *s = *state;
    assert_doubted(s, "Text.\n\n- [Dose]: 5mg\n- b\n", "a.md:6:3: error: this line is taken");
    assert_doubted(s, "\n\n\n\n- [ ] [Dose]: 5mg\n", "a.md:8:7: error: this line is taken");
    assert_doubted(s, "\n\n\n\n\n> [Dose\n> now]: 5mg\n",
                   "a.md:9:3: error: this line is taken for the address of a link that nothing "
                   "refers to, and is not printed: write '\\[Dose now]:'");
    assert_doubted(s, "\n\n\n\n\n\n- [x] [^2]: note\n",
                   "a.md:10:7: error: a note does not begin behind the box of a task");
    assert_doubted(s, "\n\n\n\n\n\n\n\n- [^2 b]: note\n",
                   "a.md:12:3: error: the name of a note has no blanks");
}

static void brackets_that_define_nothing_are_words(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "Take it.\n[Dose]: 5mg\n", "p('Take it.' soft '[Dose]: 5mg')");
    assert_body(s, "- [Dose]: 5 mg\n- [a\\]b]: 5 mg\n",
                "list(item(p('[Dose]: 5 mg')) item(p('[a]b]: 5 mg')))");
    assert_body(s, "[Dose\nnow]: 5 mg\n", "p('[Dose' soft 'now]: 5 mg')");
    assert_not_said(s->diag, "[sign]");
}

static void definitions_in_comments_say_nothing(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "Text.\n\n<!--\n[Dose]: 5mg\n[^long name]: words\n-->\n", "p('Text.')");
    assert_not_said(s->diag, "a.md:7:");
    assert_not_said(s->diag, "a.md:8:");
}

static void bullets_of_word_processors_are_lists(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "\u2022 one\n\u2022 two\n", "list(item(p('one')) item(p('two')))");
    assert_body(s, "Bring:\n\u00B7 one\n\n\u00B7 two\n",
                "p('Bring:') list(item(p('one')) item(p('two')))");
    assert_body(s, "o\tone\no\ttwo\n", "list(item(p('one')) item(p('two')))");
    assert_body(s, "o one\no two\n", "p('o one' soft 'o two')");
    assert_body(s, "\u2022 alone\n", "p('\u2022 alone')");
    assert_body(s, "\u2022 one\nmore\n\u2022 two\n",
                "list(item(p('one' soft 'more')) item(p('two')))");
    assert_body(s, "\u2022    one\n\u2022     two\n", "list(item(p('one')) item(p('two')))");
    assert_body(s, "\u2022      one\n\u2022\t\t\t\t\t\t\ttwo\n",
                "list(item(p('one')) item(p('two')))");
    assert_body(s, "\u00B7 one\n\u00B7         _two_\n", "list(item(p('one')) item(p(em('two'))))");
    assert_body(s, "\u2022 alone\n\nText\n\n\u2022 alone\n",
                "p('\u2022 alone') p('Text') p('\u2022 alone')");
}

static void bullets_in_code_are_code(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "```\n\u2022 one\n\u2192 two\n```\n", "pre'\u2022 one\n\u2192 two'");
    assert_body(s, "> ~~~\n> \u2013 one\n> \u2013 two\n> ~~~\n",
                "quote(pre'\u2013 one\n\u2013 two')");
    assert_body(s, "\u2022 one\n\u2022 two\n\n~~~\n\u2022 three\n~~~\n",
                "list(item(p('one')) item(p('two'))) pre'\u2022 three'");
}

static void bullets_within_quotations_are_lists_too(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "> \u2022 one\n> \u2022 two\n", "quote(list(item(p('one')) item(p('two'))))");
    assert_body(s, ">\u2022 one\n>\u2022 two\n", "quote(list(item(p('one')) item(p('two'))))");
    assert_body(s, "> Bring:\n>\n> \u2013 one\n>   and more\n> \u2013 two\n",
                "quote(p('Bring:') list(item(p('one' soft 'and more')) item(p('two'))))");
    assert_body(s, "> > \u00B7 one\n> >\n> > \u00B7 two\n",
                "quote(quote(list(item(p('one')) item(p('two')))))");
    assert_body(s, "> 5\n> \u2013 6 mg\n", "quote(p('5' soft '\u2013 6 mg'))");
}

static void every_kind_of_bullet_makes_a_list(void **state)
{
    static const char *const bullets[] = {"\u25B8", "\u25C6",       "\u2605", "\u2043", "\uF0B7",
                                          "\u2713", "\u2714\uFE0F", "\u2192", "\u279C"};
    struct scratch *s = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(bullets); i++) {
        g_autofree char *body = g_strdup_printf("Bring\n%s one\n%s two\n", bullets[i], bullets[i]);
        assert_body(s, body, "p('Bring') list(item(p('one')) item(p('two')))");
    }
    assert_body(s, "\u25CF\u25CB mild\n\u25CF \u25CF strong\n",
                "p('\u25CF\u25CB mild' soft '\u25CF \u25CF strong')");
    assert_not_said(s->diag, "[sign]");
}

static void marks_that_say_something_are_asked_about(void **state)
{
    struct scratch *s = *state;
    assert_doubted(s, "Food\n\u2713 rice\n\u2717 milk\n",
                   "a.md:6:1: error: this line begins with '\u2717' and is printed behind");
    assert_doubted(s, "\u2713 rice\n\u2713 tea\n\n- \u2717 milk\n",
                   "a.md:5:1: error: this line begins with '\u2713'");
    assert_doubted(s, "\u2610 one\n\u2610 two\n",
                   "a.md:5:1: error: this line begins with '\u2610'");
    assert_doubted(s, "> \u2611 one\n> \u2611 two\n", "a.md:5:3: error: this line begins");
    assert_doubted(s, "\u2192 5 mg\n\u2192 9 mg\n",
                   "a.md:5:1: error: this line begins with '\u2192'");
}

static void marks_on_lines_of_their_own_stay(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "- \u2713 rice\n- \u2717 milk\n",
                "list(item(p('\u2713 rice')) item(p('\u2717 milk')))");
    assert_body(s, "\u2713 rice  \n\u2717 milk<br>\n\u2717 tea\n\n\u2717 ham\n",
                "p('\u2713 rice' hard '\u2717 milk' hard soft '\u2717 tea') p('\u2717 ham')");
    assert_body(s, "\u2192 at noon\n\nText\n", "p('\u2192 at noon') p('Text')");
    assert_not_said(s->diag, "[sign]");
}

static void dashes_below_one_another_are_lists(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "\u2013 one\n\u2013 two\n", "list(item(p('one')) item(p('two')))");
    assert_body(s, "Bring:\n\u2014 one\n  more\n\u2014 two\n\nText\n",
                "p('Bring:') list(item(p('one' soft 'more')) item(p('two'))) p('Text')");
    assert_body(s, "\u2013 5 mg\n\n\u2013 6 mg\n", "list(item(p('5 mg')) item(p('6 mg')))");
    assert_body(s, "\u2013 How?\n\u2013 Why?\n", "list(item(p('How?')) item(p('Why?')))");
    assert_body(s, "\u2013 alone\n", "p('\u2013 alone')");
    assert_body(s, "\u20135 mg\n\u20136 mg\n", "p('\u20135 mg' soft '\u20136 mg')");
    assert_body(s, "It is\n\u2013 we know\n\u2013 so\n",
                "p('It is' soft '\u2013 we know' soft '\u2013 so')");
    assert_body(s, "\u2014 How?\n\n\u2014 Well.\n\n\u2014 Good.\n",
                "p('\u2014 How?') p('\u2014 Well.') p('\u2014 Good.')");
}

static void names_of_pictures_may_have_blanks(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "![Coil](no such room.png)\n", "p(image'Coil')");
    assert_said(s->diag, "'no such room.png'");
}

static void line_ends_part_no_words_of_scripts_without_blanks(void **state)
{
    struct scratch *s = *state;
    assert_body(s, "\u4F60\u597D\n\u4E16\u754C\u3002\n\u597D\n",
                "p('\u4F60\u597D' '\u4E16\u754C\u3002' '\u597D')");
    assert_body(s, "\u0E44\u0E17\n\u0E22\n", "p('\u0E44\u0E17' '\u0E22')");
    assert_body(s, "*\u4F60*\n**\u597D**\n", "p(em('\u4F60') strong('\u597D'))");
    assert_body(s, "\u4F60\nMRI\n\uD55C\n\uAE00\n",
                "p('\u4F60' soft 'MRI' soft '\uD55C' soft '\uAE00')");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(signs_between_numbers_stay),
        scratch_test(stress_beside_numbers_is_stress),
        scratch_test(stress_without_a_letter_is_asked_about),
        scratch_test(comparisons_at_the_start_of_a_line_stay),
        scratch_test(a_quotation_that_starts_with_a_number_is_asked_about),
        scratch_test(runs_of_low_lines_are_blanks_to_fill_in),
        scratch_test(numbers_of_items_stay),
        scratch_test(list_signs_that_may_be_signs_are_asked_about),
        scratch_test(dashes_before_numbers_may_be_signs),
        scratch_test(headings_by_accident_are_asked_about),
        scratch_test(headings_on_purpose_are_headings),
        scratch_test(code_by_accident_is_asked_about),
        scratch_test(line_ends_part_no_words_of_scripts_without_blanks),
        scratch_test(bullets_of_word_processors_are_lists),
        scratch_test(bullets_in_code_are_code),
        scratch_test(bullets_within_quotations_are_lists_too),
        scratch_test(every_kind_of_bullet_makes_a_list),
        scratch_test(marks_that_say_something_are_asked_about),
        scratch_test(marks_on_lines_of_their_own_stay),
        scratch_test(dashes_below_one_another_are_lists),
        scratch_test(names_of_pictures_may_have_blanks),
        scratch_test(definitions_that_nothing_refers_to_are_errors),
        scratch_test(definitions_that_only_seem_to_be_referred_to_are_errors),
        scratch_test(definitions_behind_what_only_seems_code_are_errors),
        scratch_test(definitions_within_blocks_are_errors),
        scratch_test(brackets_that_define_nothing_are_words),
        scratch_test(definitions_in_comments_say_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
