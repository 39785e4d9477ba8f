/* Cutting pieces: the places of each rung of the ladder, and what goes with what is cut off. */
#include "pieces_sketch.h"

#include <time.h>

static void cuts_fall_between_words_near_the_middle(void **state)
{
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    new_text(blocks, "one two, three four five six seven");
    new_text(blocks, "single");
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    assert_true(pieces_cut(pieces, 0, CUT_WORDS, f->labels));
    assert_int_equal(g_array_index(pieces, struct piece, 0).end, strlen("one two, three "));
    assert_int_equal(g_array_index(pieces, struct piece, 0).words, 3);
    assert_int_equal(g_array_index(pieces, struct piece, 1).words, 4);
    assert_false(pieces_cut(pieces, 2, CUT_WORDS, f->labels));
    assert_int_equal(pieces->len, 3);
}

/* A day goes with its times, however long the other lines are. */
static void cuts_fall_at_line_ends_first(void **state)
{
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    new_text(blocks, "Monday to Friday: one two three four five six seven \u2028Saturday: nine");
    ((struct block *)blocks->pdata[0])->text_kind = TEXT_FACT;
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    assert_true(pieces_cut(pieces, 0, CUT_LINES, f->labels));
    assert_int_equal(g_array_index(pieces, struct piece, 0).end,
                     strlen("Monday to Friday: one two three four five six seven \u2028"));
    assert_int_equal(g_array_index(pieces, struct piece, 1).words, 2);
}

/* Chinese and Thai have no blanks to be cut at; a bracket stays with what it holds. */
static void cuts_fall_between_words_of_scripts_without_blanks(void **state)
{
    static const struct {
        const char *text, *head;
        enum cut cut;
    } cases[] = {
        {"每天同时睡觉，每天起床", "每天同时睡觉，", CUT_COMMAS},
        {"每天同（时睡", "每天", CUT_WORDS},
        {"การนอนหลับ", "การนอน", CUT_WORDS},
        {"กา นอนหลับช่วย", "กา ", CUT_WORDS},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
        new_text(blocks, cases[i].text);
        g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
        assert_true(pieces_cut(pieces, 0, cases[i].cut, f->labels));
        assert_int_equal(g_array_index(pieces, struct piece, 0).end, strlen(cases[i].head));
    }
}

/* Every place between two of its words is one to cut at. */
static void long_sentences_take_no_time_to_speak_of(void **state)
{
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    g_autoptr(GString) text = g_string_new(NULL);
    while (g_utf8_strlen(text->str, -1) < 12000)
        g_string_append(text, "每天同时睡觉，每天起床");
    new_text(blocks, text->str);
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    clock_t start = clock();
    assert_true(pieces_cut(pieces, 0, CUT_WORDS, f->labels));
    assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
}

/* What is a part of a sentence has no end of one, and so its text is not looked through for them.
 */
static void parts_of_long_sentences_take_no_time_to_speak_of(void **state)
{
    enum { CUTS = 10, ASKED = 1000 };
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < 200000)
        g_string_append(text, "ดื่มน้ำแล้วพักผ่อน ");
    new_text(blocks, text->str);
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    clock_t start = clock();
    for (int i = 0; i < CUTS; i++)
        assert_true(pieces_cut(pieces, 0, CUT_WORDS, f->labels));
    for (int i = 0; i < ASKED; i++)
        assert_false(pieces_cut(pieces, 0, CUT_SENTENCES, f->labels));
    assert_true(clock() - start < 4 * CLOCKS_PER_SEC);
}

struct rung {
    const char *text;
    enum cut cut;
    const char *head; /* NULL: there is no such place */
};

static void assert_rung(struct fixture *f, const struct rung *rung, enum text_kind kind)
{
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    struct block *block = new_text(blocks, rung->text);
    block->text_kind = kind;
    block->as.text.heading = kind == TEXT_TITLE;
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    assert_int_equal(pieces_cut(pieces, 0, rung->cut, f->labels), rung->head != NULL);
    if (rung->head)
        assert_int_equal(g_array_index(pieces, struct piece, 0).end, strlen(rung->head));
}

/* Clauses, then commas, then words; what is a fact only when nothing else is left. */
static void each_cut_has_places_of_its_own(void **state)
{
    static const struct rung rungs[] = {
        {"Rest: it helps, and it heals you", CUT_CLAUSES, "Rest: "},
        {"Rest: it helps, and it heals you", CUT_COMMAS, "Rest: it helps, "},
        {"Sleep \u2013 or rest well", CUT_CLAUSES, "Sleep \u2013 "},
        {"Come at 8:30 on Friday", CUT_CLAUSES, NULL},
        {"Call +1 503 234 5678", CUT_WORDS, "Call "},
        {"+1 503 234 5678", CUT_WORDS, NULL},
        {"+1 503 234 5678", CUT_FACTS, "+1 503 "},
        {"Lopado", CUT_FACTS, NULL},
        {"Lopado", CUT_LETTERS, "Lop"},
        {"1-1-1-1-1-1-1-1", CUT_LETTERS, "1-1-1-"},
        {"Lopa-dotemacho", CUT_LETTERS, "Lopa-"},
        {"Rest and sleep", CUT_PHRASES, NULL},
        {"Rest, sleep, and food all help", CUT_COMMAS, NULL},
        {"Rest, sleep, and food all help", CUT_ENTRIES, "Rest, sleep, "},
        {"Good food, rest, and sleep, can help us all", CUT_ENTRIES,
         "Good food, rest, and sleep, "},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rungs); i++)
        assert_rung(*state, &rungs[i], TEXT_BODY);
}

static void titles_part_before_small_words(void **state)
{
    static const struct rung title = {"The Complex Causes of the Treatment", CUT_PHRASES,
                                      "The Complex Causes "};
    assert_rung(*state, &title, TEXT_TITLE);
}

/* "Saturday" says nothing without what it is about. */
static void a_label_goes_with_every_part_of_its_fact(void **state)
{
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    struct block *block = new_text(blocks, "Opening hours: ");
    ((struct span *)block->spans->pdata[0])->strong = true;
    add_span(block, "\u2028Monday: 9 am to 10 am \u20281 pm to 2 pm", -1);
    add_span(block, " \u2028Sunday: off", -1);
    block->text_kind = TEXT_FACT;
    block->fact = FACT_HOURS;
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    assert_false(pieces_cut(pieces, 0, CUT_CLAUSES, f->labels));
    assert_true(pieces_cut(pieces, 0, CUT_LINES, f->labels));
    g_autoptr(GPtrArray) last = pieces_blocks(blocks, pieces, 1, 2);
    g_autofree char *words = block_words(last->pdata[0]);
    assert_string_equal(words, "Opening hours: \u2028Sunday: off");
    assert_false(pieces_cut(pieces, 0, CUT_LINES, f->labels)); /* a day from some of its times */
}

/* A number without its name could be anybody's. */
static void names_belong_with_what_they_name(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *words;
        bool strong;
        enum fact_kind fact;
        bool keep;
    } lines[] = {
        {"Clinic", true, FACT_NAME, true},
        {"Call us", false, FACT_TELEPHONE, false},
        {"Need help now?", false, FACT_CRISIS, true},
        {"Lifeline", true, FACT_CRISIS, true},
        {"Call: 988", false, FACT_CRISIS, false},
        {"Other line", true, FACT_CRISIS, true},
        {"Call: 112", false, FACT_CRISIS, false},
    };
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        struct block *block = new_text(blocks, lines[i].words);
        ((struct span *)block->spans->pdata[0])->strong = lines[i].strong;
        block->text_kind = TEXT_FACT;
        block->fact = lines[i].fact;
        if (g_str_has_prefix(lines[i].words, "Call"))
            add_span(block, ".", -1);
    }
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    assert_int_equal(pieces->len, G_N_ELEMENTS(lines));
    for (guint i = 0; i < pieces->len; i++)
        assert_int_equal(g_array_index(pieces, struct piece, i).keep, lines[i].keep);
}

/* The name of a card stands before its fields once they have no room for it. */
static void a_head_may_have_a_screen_of_its_own(void **state)
{
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    struct block *table = new_block(blocks, BLOCK_TABLE);
    table->as.table.cards = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    struct block *card = new_block(table->as.table.cards, BLOCK_CARD);
    new_text(card->children, "Week: 1");
    new_text(card->children, "Morning: 25 mg");
    struct block *callout = new_block(blocks, BLOCK_CALLOUT);
    new_text(callout->children, "Warning");
    new_text(callout->children, "Sit down. Rest.");
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    assert_true(pieces_cut(pieces, 2, CUT_HEADS, f->labels));
    assert_true(pieces_cut(pieces, 0, CUT_HEADS, f->labels));
    assert_false(pieces_cut(pieces, 1, CUT_HEADS, f->labels));
    static const char *const wanted[] = {"Week: 1", "Morning: 25 mg", "Warning", "Sit down.",
                                         "Rest."};
    assert_int_equal(pieces->len, G_N_ELEMENTS(wanted));
    for (guint i = 0; i < pieces->len; i++) {
        g_autoptr(GPtrArray) part = pieces_blocks(blocks, pieces, i, i + 1);
        const struct block *shown = part->pdata[0];
        assert_int_equal(shown->children->len, 1);
        g_autofree char *words = block_words(shown->children->pdata[0]);
        assert_string_equal(words, wanted[i]);
    }
}

/* Nobody types "https://"; a code is to be typed as it stands. */
static void addresses_are_shown_as_people_type_them(void **state)
{
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    struct block *block =
        new_text(blocks, "See https://www.clinic.example/a or http://b.example now. ");
    add_span(block, "https://c.example", -1);
    ((struct span *)block->spans->pdata[1])->code = true;
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    g_autoptr(GPtrArray) shown = pieces_blocks(blocks, pieces, 0, pieces->len);
    g_autofree char *words = block_words(shown->pdata[0]);
    assert_string_equal(words, "See clinic.example/a or b.example now. https://c.example");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_fall_between_words_near_the_middle),
        cmocka_unit_test(cuts_fall_at_line_ends_first),
        cmocka_unit_test(cuts_fall_between_words_of_scripts_without_blanks),
        cmocka_unit_test(each_cut_has_places_of_its_own),
        cmocka_unit_test(long_sentences_take_no_time_to_speak_of),
        cmocka_unit_test(parts_of_long_sentences_take_no_time_to_speak_of),
        cmocka_unit_test(titles_part_before_small_words),
        cmocka_unit_test(a_label_goes_with_every_part_of_its_fact),
        cmocka_unit_test(names_belong_with_what_they_name),
        cmocka_unit_test(a_head_may_have_a_screen_of_its_own),
        cmocka_unit_test(addresses_are_shown_as_people_type_them),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
