/* Documents: the roles that every construct gets, in reading order, and what stands at their end.
 */
#include "desk.h"

#include <time.h>

/* The tree in one line: Role(children), with the language where one is set. */
static void sketch(const struct element *element, GString *out)
{
    g_string_append(out, role_name(element->role));
    if (element->lang)
        g_string_append_printf(out, ":%s", element->lang);
    for (guint i = 0; i < element->children->len; i++) {
        g_string_append_c(out, i == 0 ? '(' : ' ');
        sketch(element->children->pdata[i], out);
    }
    if (element->children->len > 0)
        g_string_append_c(out, ')');
}

/* Composes `body` for screens, which add least, and compares its elements, without the title's,
 * with `wanted`. */
static void assert_roles(struct scratch *s, const char *body, const char *wanted)
{
    struct desk desk;
    desk_compose(&desk, s, "lang: en\n", body, plain_clinic, MEDIUM_SCREEN);
    g_autoptr(GString) found = g_string_new(NULL);
    sketch(desk.document->root, found);
    g_autofree char *all = g_strdup_printf("Document(P H1%s%s)", *wanted ? " " : "", wanted);
    assert_string_equal(found->str, all);
    desk_clear(&desk);
}

static void paragraphs_and_inlines(void **state)
{
    struct scratch *s = *state;
    assert_roles(s, "a *b* **c** ~~d~~\n", "P(Span)");
    assert_roles(s, "10<sup>9</sup> <abbr>b</abbr> <ins>c</ins>\n", "P(Span Span Span)");
    assert_roles(s, "a `b` [c `d`](https://x.example)\n", "P(Code Link(Code))");
    assert_roles(s, "one\\\ntwo\n\nthree\n", "P P");
}

static const struct element *only_span(const struct desk *desk)
{
    const struct block *block = desk->document->blocks->pdata[2];
    return ((const struct span *)block->spans->pdata[block->spans->len - 1])->element;
}

static void marks_are_heard(void **state)
{
    static const struct {
        const char *body, *heard;
    } cases[] = {
        {"~~5 mg~~\n", "deleted: 5 mg"},
        {"<ins>5 mg</ins>\n", "added: 5 mg"},
        {"**5**~~10~~\n", " deleted: 10"},
        {"`x`<ins>10</ins>\n", " added: 10"},
        {"10<sup>-9</sup>\n", "\u207B\u2079"},
        {"H<sub>2</sub>\n", "\u2082"},
        {"1<sup>st</sup>\n", NULL},
        {"10<sup>n+1</sup>\n", "\u207F\u207A\u00B9"},
        {"2<sup>nd</sup>\n", NULL},
        {"Name ____\n", "blank to fill in"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct desk desk;
        desk_compose(&desk, *state, "lang: en\n", cases[i].body, plain_clinic, MEDIUM_SCREEN);
        const char *heard = only_span(&desk)->actual_text;
        assert_true(g_strcmp0(heard, cases[i].heard) == 0);
        desk_clear(&desk);
    }
}

/* What is heard of one looks at what is behind it, and at no word twice for that. */
static void changes_within_changes_take_no_time(void **state)
{
    g_autofree char *body = g_strdup("z");
    for (int depth = 0; depth < 30; depth++) {
        char *outer = g_strdup_printf("<del>x</del><del>%s</del>", body);
        g_free(body);
        body = outer;
    }
    gint64 start = g_get_monotonic_time();
    struct desk desk;
    desk_compose(&desk, *state, "lang: en\n", body, plain_clinic, MEDIUM_SCREEN);
    desk_clear(&desk);
    assert_true(g_get_monotonic_time() - start < 60 * G_USEC_PER_SEC);
}

/* Lines of code, and words of another script, so many that their squares take minutes. */
static void long_blocks_take_no_time_to_speak_of(void **state)
{
    enum { PARTS = 200000 };
    g_autoptr(GString) body = g_string_new("```\n");
    for (int i = 0; i < PARTS; i++)
        g_string_append(body, "a\tb\n");
    g_string_append(body, "```\n\n");
    for (int i = 0; i < PARTS; i++)
        g_string_append(body, "a \u05d1 ");
    clock_t start = clock();
    struct desk desk;
    desk_compose(&desk, *state, "lang: en\n", body->str, plain_clinic, MEDIUM_SCREEN);
    desk_clear(&desk);
    assert_true(clock() - start < 20 * CLOCKS_PER_SEC);
}

static void headings_open_sections(void **state)
{
    struct scratch *s = *state;
    assert_roles(s, "a\n\n## b\n\nc\n\n### d\n\ne\n\n## f\n", "P Sect(H2 P Sect(H3 P)) Sect(H2)");
    assert_roles(s, "## b\n\nc\n\n***\n\nd\n", "Sect(H2 P) P");
}

static void lists_have_labels_and_bodies(void **state)
{
    struct scratch *s = *state;
    assert_roles(s, "- a\n- b\n", "L(LI(Lbl LBody) LI(Lbl LBody))");
    assert_roles(s, "- a\n\n- b\n", "L(LI(Lbl LBody(P)) LI(Lbl LBody(P)))");
    assert_roles(s, "- a\n  - b\n", "L(LI(Lbl LBody(L(LI(Lbl LBody)))))");
    assert_roles(s, "-\n- b\n", "L(LI(Lbl LBody) LI(Lbl LBody))");
}

static void quotes_code_and_rules(void **state)
{
    struct scratch *s = *state;
    assert_roles(s, "> a\n", "BlockQuote(P)");
    assert_roles(s, "```\na\n```\n", "P(Code)");
    assert_roles(s, "***\n", "");
}

static void tables_have_heads_and_bodies(void **state)
{
    struct scratch *s = *state;
    assert_roles(s, "| a | b |\n|---|---|\n| c | d |\n",
                 "Table(THead(TR(TH TH)) TBody(TR(TD TD))) L(LI(LBody(P P)))");
    assert_roles(s, "| a |\n|---|\n", "Table(TR(TH))");
}

/* The rows once more, two of two cells. */
#define CARDS " L(LI(LBody(P P)) LI(LBody(P P)))"

static void first_columns_of_labels_name_their_rows(void **state)
{
    struct scratch *s = *state;
    assert_roles(s, "| When | What |\n|--|--|\n| 7 | a |\n| 8 | a |\n",
                 "Table(THead(TR(TH TH)) TBody(TR(TH TD) TR(TH TD)))" CARDS);
    assert_roles(s, "| Who | What |\n|--|--|\n| a | b |\n| a | c |\n",
                 "Table(THead(TR(TH TH)) TBody(TR(TD TD) TR(TD TD)))" CARDS);
    assert_roles(s, "| | What |\n|--|--|\n| a | b |\n| a | c |\n",
                 "Table(THead(TR(TD TH)) TBody(TR(TH TD) TR(TH TD)))" CARDS);
    assert_roles(s, "| | |\n|--|--|\n| a | b |\n| c | d |\n", "Table(TR(TH TD) TR(TH TD))" CARDS);
}

static void cells_name_their_headers(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    desk_compose(&desk, s, "", "| a | b |\n|---|--:|\n| c | d |\n", plain_clinic, MEDIUM_SCREEN);
    const struct block *table = desk.document->blocks->pdata[2];
    const struct block *head = table->children->pdata[0], *row = table->children->pdata[1];
    for (guint i = 0; i < 2; i++) {
        const struct block *header = head->children->pdata[i], *cell = row->children->pdata[i];
        assert_int_equal(header->element->as.cell.scope, SCOPE_COLUMN);
        assert_int_equal(cell->element->as.cell.headers->len, 1);
        assert_ptr_equal(cell->element->as.cell.headers->pdata[0], header->element);
        assert_int_equal(cell->as.cell.alignment, i == 0 ? ALIGN_START : ALIGN_END);
    }
    desk_clear(&desk);
}

static void markers_say_what_they_stand_for(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    desk_compose(&desk, s, "", "7. a\n8. b\n\n- [ ] c\n- [x] d\n- e\n", plain_clinic,
                 MEDIUM_SCREEN);
    const struct block *numbers = desk.document->blocks->pdata[2];
    const struct block *tasks = desk.document->blocks->pdata[3];
    const struct block *second = numbers->children->pdata[1];
    assert_string_equal(second->as.item.number, "8.");
    assert_int_equal(numbers->element->as.list.numbering, NUMBERING_DECIMAL);
    const enum marker markers[] = {MARKER_BOX, MARKER_CHECKED_BOX, MARKER_DISC};
    const char *const words[] = {labels_get(desk.labels, LABEL_TASK_OPEN),
                                 labels_get(desk.labels, LABEL_TASK_DONE), "•"};
    for (guint i = 0; i < 3; i++) {
        const struct block *item = tasks->children->pdata[i];
        assert_int_equal(item->as.item.marker, markers[i]);
        assert_string_equal(item->as.item.label->actual_text, words[i]);
    }
    desk_clear(&desk);
}

static void links_speak_and_lead_somewhere(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    desk_compose(&desk, s, "", "Ask [the desk](tel:+15550100199).\n", plain_clinic, MEDIUM_PAPER);
    const struct block *text = desk.document->blocks->pdata[2];
    const struct span *span = text->spans->pdata[1];
    assert_int_equal(span->element->role, ROLE_LINK);
    assert_string_equal(span->element->as.link.uri, "tel:+15550100199");
    assert_non_null(strstr(span->element->alt, "the desk"));
    desk_clear(&desk);
}

/* The words of all blocks, one block a line. */
static void list_words(const GPtrArray *blocks, GString *out)
{
    for (guint i = 0; i < blocks->len; i++) {
        const struct block *block = blocks->pdata[i];
        g_autofree char *words = block_words(block);
        if (*words)
            g_string_append_printf(out, "%s\n", words);
        list_words(block->children, out);
    }
}

static char *words_for(struct scratch *s, const char *clinic, enum medium medium)
{
    struct desk desk;
    GString *words = g_string_new(NULL);
    desk_compose(&desk, s, "", "Body.\n", clinic, medium);
    list_words(desk.document->blocks, words);
    desk_clear(&desk);
    return g_string_free(words, FALSE);
}

static void gaps_leave_no_trace_but_the_telephone(void **state)
{
    struct scratch *s = *state;
    g_autofree char *paper = words_for(s, plain_clinic, MEDIUM_PAPER);
    assert_non_null(strstr(paper, "Our phone number\n"));
    assert_null(strstr(paper, "Email: "));
    assert_null(strstr(paper, "Address"));
    assert_null(strstr(paper, "Opening hours"));
}

static void lobby_names_the_front_desk_for_the_telephone(void **state)
{
    struct desk desk;
    g_autoptr(GString) words = g_string_new(NULL);
    desk_compose_contact(&desk, *state, "en", plain_clinic);
    list_words(desk.document->blocks, words);
    assert_string_equal(words->str, "C\nAsk at the front desk for our phone number.\n"
                                    "Take this home\nAsk at the front desk for a printed copy.\n");
    desk_clear(&desk);
}

static void facts_are_printed_as_given(void **state)
{
    struct scratch *s = *state;
    static const char clinic[] = "name: C\ntelephone: +1 (555) 010-0199 ext. 5\n"
                                 "email: a@c.example\nurl: https://c.example\n"
                                 "address:\n  street_address: 1 Main St\n"
                                 "  address_region: CA\n  postal_code: \"90001\"\n";
    g_autofree char *paper = words_for(s, clinic, MEDIUM_PAPER);
    assert_non_null(strstr(paper, "Call us: +1 (555) 010-0199 ext. 5\n"));
    assert_non_null(strstr(paper, "Email: a@c.example\n"));
    assert_non_null(strstr(paper, "Address: \u20281 Main St \u2028CA 90001\n"));
    assert_null(strstr(paper, "Our phone number"));
}

/* An extension is no part of the number that is dialled (RFC 3966). */
static void telephone_links_can_be_dialled(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    desk_compose_contact(&desk, s, "en", "name: C\ntelephone: +1 (555) 010-0199 ext. 5\n");
    const struct element *contact = desk.document->root->children->pdata[0];
    const struct element *line = contact->children->pdata[1], *link = line->children->pdata[0];
    assert_int_equal(link->role, ROLE_LINK);
    assert_string_equal(link->as.link.uri, "tel:+15550100199");
    desk_clear(&desk);
}

static void foreign_labels_name_their_language(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    desk_compose_contact(&desk, s, "eo", plain_clinic);
    g_autoptr(GString) found = g_string_new(NULL);
    sketch(desk.document->root, found);
    assert_string_equal(found->str, "Document(Sect(H1 P:en) Sect(H1:en P:en))");
    assert_string_equal(desk.document->lang, "eo");
    desk_clear(&desk);
}

static void assert_reads(struct scratch *s, const char *front, bool from_right)
{
    struct desk desk;
    desk_compose(&desk, s, front, "Body.\n", plain_clinic, MEDIUM_PAPER);
    assert_int_equal(desk.document->rtl, from_right);
    desk_clear(&desk);
}

static void documents_read_as_their_language_or_title_does(void **state)
{
    struct scratch *s = *state;
    assert_reads(s, "", false);
    assert_reads(s, "lang: ar\n", true);
    assert_reads(s, "title: COVID-19 بخار\nlang: ur\n", true);
    assert_reads(s, "title: 12 (عربي)\n", true);
    assert_reads(s, "title: TMS עברית\n", false);
}

static void ids_count_up_in_order_of_creation(void **state)
{
    struct scratch *s = *state;
    struct desk desk;
    desk_compose(&desk, s, "", "a\n\n- b\n", plain_clinic, MEDIUM_SCREEN);
    const struct element *root = desk.document->root;
    assert_int_equal(root->id, 1);
    for (guint i = 1; i < root->children->len; i++) {
        const struct element *before = root->children->pdata[i - 1];
        assert_true(((const struct element *)root->children->pdata[i])->id > before->id);
        assert_ptr_equal(before->parent, root);
    }
    desk_clear(&desk);
}

static void key_points_stand_behind_the_introduction(void **state)
{
    static const struct {
        const char *body;
        guint at; /* of the heading of the key points among the blocks */
    } cases[] = {
        {"Intro.\n\nMore.\n\n## One\n\nText.\n", 4}, {"## One\n\nText.\n", 2}, {"Only this.\n", 3}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct desk desk;
        desk_compose(&desk, *state, "lang: en\nkey_points: [one, two]\n", cases[i].body,
                     plain_clinic, MEDIUM_SCREEN);
        const struct block *heading = desk.document->blocks->pdata[cases[i].at];
        assert_int_equal(heading->part, PART_LEAD);
        assert_true(block_is_heading(heading));
        desk_clear(&desk);
    }
}

/* What is told of a document, heard or copied has none; its lines may need them. */
static void soft_hyphens_are_for_lines_alone(void **state)
{
    struct desk desk;
    desk_compose(&desk, *state, "title: Schlaf\u00ADhygiene\n",
                 "## Rind&shy;fleisch\n\n[Schlaf&shy;wagen](https://c.example)\n", plain_clinic,
                 MEDIUM_PAPER);
    assert_string_equal(desk.document->title, "Schlafhygiene");
    const struct block *title = desk.document->blocks->pdata[1];
    g_autofree char *words = block_words(title);
    assert_string_equal(words, "Schlaf\u00ADhygiene");
    assert_string_equal(title->element->as.heading.bookmark, "Schlafhygiene");
    g_autoptr(GPtrArray) contents = document_blocks(desk.document, PART_SET(PART_CONTENTS));
    const struct block *entry = contents->pdata[1];
    assert_string_equal(element_link(((const struct span *)entry->spans->pdata[0])->element)->alt,
                        "Rindfleisch");
    g_autoptr(GPtrArray) blocks = document_blocks(desk.document, PART_ALL);
    const struct block *heading = blocks->pdata[2];
    assert_string_equal(heading->element->as.heading.bookmark, "Rindfleisch");
    const struct block *link = blocks->pdata[3];
    const struct span *span = link->spans->pdata[0];
    assert_non_null(strstr(span->element->alt, "Schlafwagen"));
    desk_clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(paragraphs_and_inlines),
        scratch_test(marks_are_heard),
        scratch_test(changes_within_changes_take_no_time),
        scratch_test(long_blocks_take_no_time_to_speak_of),
        scratch_test(headings_open_sections),
        scratch_test(lists_have_labels_and_bodies),
        scratch_test(quotes_code_and_rules),
        scratch_test(tables_have_heads_and_bodies),
        scratch_test(first_columns_of_labels_name_their_rows),
        scratch_test(cells_name_their_headers),
        scratch_test(key_points_stand_behind_the_introduction),
        scratch_test(markers_say_what_they_stand_for),
        scratch_test(links_speak_and_lead_somewhere),
        scratch_test(gaps_leave_no_trace_but_the_telephone),
        scratch_test(lobby_names_the_front_desk_for_the_telephone),
        scratch_test(facts_are_printed_as_given),
        scratch_test(telephone_links_can_be_dialled),
        scratch_test(foreign_labels_name_their_language),
        scratch_test(documents_read_as_their_language_or_title_does),
        scratch_test(ids_count_up_in_order_of_creation),
        scratch_test(soft_hyphens_are_for_lines_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
