/* Notes of an article: what refers to them, and what is said where the two do not meet. */
#include "article_sketch.h"

static void references_and_notes_are_tied(void **state)
{
    struct scratch *s = *state;
    struct article *article = load_body(s, "Six weeks[^b], or less[^A].\n\n"
                                           "[^a]: Two *words*.\n\n    And more.\n"
                                           "[^b]: One.\n\nAgain[^b].\n");
    assert_tree(article, "p('Six weeks' ref ', or less' ref '.') p('Again' ref '.') "
                         "note(p('One.')) note(p('Two ' em('words') '.') p('And more.'))");
    const struct node *first = article->root->first->first->next, *second = first->next->next;
    const struct node *note = article->root->last;
    assert_ptr_equal(second->as.reference.note, note);
    assert_int_equal(note->as.note.number, 2);
    assert_string_equal(note->as.note.label, "a");
    assert_int_equal(first->as.reference.note->as.note.number, 1);
    assert_ptr_equal(article->root->first->next->first->next->as.reference.note,
                     first->as.reference.note);
    assert_place(first, 4, 10);
    assert_not_said(s->diag, "[note]");
    article_free(article);
}

static void notes_may_be_referred_to_anywhere(void **state)
{
    assert_body(*state,
                "## H[^1]\n\n- a[^2]\n\n> **b[^1]**\n\n| c[^3] |\n|---|\n| d |\n\n"
                "[^1]: x\n[^2]: y[^3]\n[^3]: z\n",
                "h2('H' ref) list(item(p('a' ref))) quote(p(strong('b' ref))) "
                "table(row(cell('c' ref)) row(cell('d'))) note(p('x')) note(p('y' ref)) "
                "note(p('z'))");
    assert_not_said(((struct scratch *)*state)->diag, "[note]");
}

static void notes_may_stand_within_items_and_quotations(void **state)
{
    struct scratch *s = *state;
    struct article *article =
        load_body(s, "Six[^a] weeks[^b].\n\n- [^a]: One.\n\n> 2) [^b]: Two.\n");
    const struct node *six = article->root->first->first, *weeks = six->next->next;
    assert_string_equal(six->next->as.reference.note->as.note.label, "a");
    assert_string_equal(weeks->next->as.reference.note->as.note.label, "b");
    assert_not_said(s->diag, "[note]");
    article_free(article);
    article = load_body(s, "\u2022 Six[^a]\n\u2022 [^A]: One.\n");
    assert_tree(article, "list(item(p('Six' ref)) item) note(p('One.'))");
    assert_string_equal(article->root->last->as.note.label, "A");
    assert_not_said(s->diag, "[note]");
    article_free(article);
    article_free(load_body(s, "Six weeks.\n\n* [^c]: Three.\n"));
    assert_said(s->diag, "a.md:6:1: error: nothing refers to the note '[^c]'");
}

/* The parser would lose some of their words. */
static void brackets_around_several_words_are_none(void **state)
{
    assert_body(*state,
                "Take [^two tablets\nof this] [^a], [^see *this* one], [^see [^a]\n*or*] [^that\n"
                "\n> Read `[^as\n> code]`\n\n- [^in an\n  item]\n\n[^a]: x\n",
                "p('Take [^two tablets' soft 'of this] ' ref ', [^see ' em('this') ' one], [^see ' "
                "ref soft em('or') '] [^that') quote(p('Read ' code'[^as code]')) "
                "list(item(p('[^in an' soft 'item]'))) note(p('x'))");
    assert_not_said(((struct scratch *)*state)->diag, "[note]");
}

static void what_does_not_meet_is_said(void **state)
{
    struct scratch *s = *state;
    article_free(load_body(s, "Six[^1] weeks[^gone].\n\n[^1]: One.\n[^2]: Two.\n[^1]: Again.\n\n"
                              "```\n[^3]: code\n```\n\n<!--\n[^4]: Kept.\n[^1]: Kept.\n-->\n"));
    assert_said(s->diag, "a.md:4:14: error: there is no note '[^gone]'");
    assert_said(s->diag, "a.md:7:1: error: nothing refers to the note '[^2]'");
    assert_said(s->diag, "a.md:8:1: error: there is a note '[^1]' already");
    assert_not_said(s->diag, "[^3]");
    assert_not_said(s->diag, "[^4]");
    assert_not_said(s->diag, "a.md:16:1");
}

static void signs_may_stand_beside_what_refers_to_a_note(void **state)
{
    struct scratch *s = *state;
    article_free(load_body(s, "Six[^a] and \\[\\^A\\].\n\n[^a]: Not \\[\\^a\\].\n"));
    assert_not_said(s->diag, "[note]");
    article_free(load_body(s, "One\\\ntwo\\\nsix \\[\\^c\\].\n"));
    assert_not_said(s->diag, "[note]");
    article_free(load_body(s, "Six[^b] and \\[\\^b\\].\n"));
    assert_said(s->diag, "a.md:4:4: error: there is no note '[^b]'");
}

static void the_title_has_no_note(void **state)
{
    struct scratch *s = *state;
    article_free(load(s, "# Title[^1]\n\nText.\n\n[^1]: One.\n"));
    assert_said(s->diag, "a.md:1:1: error: the title stands alone in many places");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(references_and_notes_are_tied),
        scratch_test(notes_may_be_referred_to_anywhere),
        scratch_test(notes_may_stand_within_items_and_quotations),
        scratch_test(brackets_around_several_words_are_none),
        scratch_test(what_does_not_meet_is_said),
        scratch_test(signs_may_stand_beside_what_refers_to_a_note),
        scratch_test(the_title_has_no_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
