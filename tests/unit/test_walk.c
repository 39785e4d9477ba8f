/* The document step by step: everything is met once, in reading order, inside what it belongs to.
 */
#include "desk.h"

#include "document/walk.h"

/* A red dot. */
static const unsigned char dot_png[] = {
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
    0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00,
    0x00, 0x90, 0x77, 0x53, 0xde, 0x00, 0x00, 0x00, 0x0c, 0x49, 0x44, 0x41, 0x54, 0x78,
    0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0x00, 0x00, 0x03, 0x01, 0x01, 0x00, 0xc9, 0xfe, 0x92,
    0xef, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};

/* The steps in one line: Role(…), words in quotes, decoration by a sign. */
static char *sketch(const struct document *document, unsigned parts)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GArray) steps = document_walk(document, parts);
    for (guint i = 0; i < steps->len; i++) {
        const struct step *step = &g_array_index(steps, struct step, i);
        switch (step->kind) {
        case STEP_ENTER:
            g_string_append_printf(out, "%s(", role_name(step->element->role));
            break;
        case STEP_LEAVE:
            g_string_append_c(out, ')');
            break;
        case STEP_WORDS:
            g_string_append_printf(out, "'%s'", step->span->text);
            break;
        case STEP_WRITE_LINE:
            g_string_append_c(out, '_');
            break;
        case STEP_RULE:
            g_string_append_c(out, '-');
            break;
        case STEP_KIND_COUNT:
            fail();
        }
    }
    return g_string_free(out, FALSE);
}

/* Compares the steps of the article `body`, without title and contact. */
static void assert_steps(struct scratch *s, const char *body, const char *wanted)
{
    struct desk desk;
    desk_compose(&desk, s, "lang: en\n", body, plain_clinic, MEDIUM_PAPER);
    g_autofree char *found = sketch(desk.document, PART_SET(PART_BODY) | PART_SET(PART_ACTION));
    g_autofree char *all = g_strdup_printf("Document(%s)", wanted);
    assert_string_equal(found, all);
    desk_clear(&desk);
}

static void words_stand_in_their_elements(void **state)
{
    assert_steps(*state, "a *b* [c `d`](https://x.example) e\n",
                 "P('a ''b'' 'Link('c 'Code('d')' (x.example)')' e')");
}

static void sections_hold_what_follows_their_heading(void **state)
{
    assert_steps(*state, "a\n\n## b\n\nc\n\n### d\n\n## e\n\nf\n",
                 "P('a')Sect(H2('b')P('c')Sect(H3('d')))Sect(H2('e')P('f'))");
}

static void lists_and_tables(void **state)
{
    assert_steps(*state, "- a\n  1. b\n\n- c\n",
                 "L(LI(Lbl()LBody(P('a')L(LI(Lbl()LBody('b')))))LI(Lbl()LBody(P('c'))))");
    assert_steps(*state, "| a | b |\n|---|---|\n| c |  |\n",
                 "Table(THead(TR(TH('a')TH('b')))TBody(TR(TD('c')TD())))");
}

static void rules_stand_in_what_is_around_them(void **state)
{
    assert_steps(*state, "## a\n\nb\n\n---\n\nc\n\n> d\n>\n> ---\n>\n> e\n",
                 "Sect(H2('a')P('b'))-P('c')BlockQuote(P('d')-P('e'))");
}

static void a_picture_does_not_end_its_paragraph(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_write(s, "dot.png", dot_png, sizeof dot_png);
    assert_steps(s, "a ![dot](dot.png) b\n", "P('a 'Figure()'b')");
}

static void what_is_to_be_filled_in(void **state)
{
    struct desk desk;
    desk_compose(&desk, *state, "lang: en\n", "a\n", plain_clinic, MEDIUM_PAPER);
    g_autofree char *contact = sketch(desk.document, PART_SET(PART_CONTACT));
    g_autofree char *slip = sketch(desk.document, PART_SET(PART_SLIP));
    assert_non_null(strstr(contact, "'_)"));
    assert_non_null(strstr(slip, "P('Name'Form())"));
    desk_clear(&desk);
}

/* Of the two forms of a table only one is met, and no number of a page, which layout gives. */
static void every_element_but_of_tables_is_met_once(void **state)
{
    struct desk desk;
    g_autoptr(GHashTable) met = g_hash_table_new(NULL, NULL);
    desk_compose(
        &desk, *state, "lang: en\nsummary: s\nkey_points: [k]\nquestions: [q]\n",
        "a\n\n## b\n\n- c\n- [ ] d\n\n> e\n\n    i\n\n## j\n",
        "name: C\nurl: https://c.example\ncontact_slip:\n  - label: How\n    choices: [x, y]\n",
        MEDIUM_PAPER);
    unsigned of_pages = PART_SET(PART_CONTENTS) | PART_SET(PART_MY_NOTES);
    g_autoptr(GPtrArray) contents = document_blocks(desk.document, PART_SET(PART_CONTENTS));
    g_autoptr(GArray) steps = document_walk(desk.document, PART_ALL | of_pages);
    for (guint i = 0; i < steps->len; i++) {
        const struct step *step = &g_array_index(steps, struct step, i);
        if (step->kind == STEP_ENTER)
            assert_true(g_hash_table_add(met, (gpointer)step->element));
    }
    guint numbers = contents->len - 1;
    assert_int_equal(g_hash_table_size(met) + numbers, desk.document->root->last_id);
    desk_clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_stand_in_their_elements, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(sections_hold_what_follows_their_heading, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(lists_and_tables, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(rules_stand_in_what_is_around_them, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(a_picture_does_not_end_its_paragraph, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(what_is_to_be_filled_in, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(every_element_but_of_tables_is_met_once, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
