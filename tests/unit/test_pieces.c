/* Pieces: taking documents apart and putting them together again loses no word and doubles none. */
#include "pieces_sketch.h"

#include <time.h>

/* Grows documents at random, in which no word stands twice. */
struct gardener {
    GRand *rand;
    unsigned words, items;
};

static int dice(struct gardener *g, int sides)
{
    return g_rand_int_range(g->rand, 0, sides);
}

static void append_words(struct gardener *g, GString *text, const char *prefix)
{
    for (int n = 1 + dice(g, 6); n > 0; n--)
        g_string_append_printf(text, "%s%u%s ", prefix, g->words++, dice(g, 4) == 0 ? "," : "");
}

/* One to four sentences, in one to three spans that may part a word. */
static void grow_text(struct gardener *g, GPtrArray *blocks, const char *prefix)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int n = 1 + dice(g, 4); n > 0; n--) {
        append_words(g, text, prefix);
        text->str[text->len - 1] = '.';
        if (n > 1)
            g_string_append(text, dice(g, 5) == 0 ? " \u2028" : " ");
    }
    struct block *block = new_block(blocks, BLOCK_TEXT);
    block->text_kind = dice(g, 5) == 0 ? TEXT_FACT : TEXT_BODY;
    const char *at = text->str;
    for (int n = dice(g, 3); n > 0; n--) {
        gsize length = (gsize)dice(g, (int)strcspn(at, "\xe2") + 1);
        add_span(block, at, (gssize)length);
        at += length;
    }
    add_span(block, at, -1);
}

static void grow_code(struct gardener *g, GPtrArray *blocks)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int n = 1 + dice(g, 4); n > 0; n--) {
        if (dice(g, 4) > 0 || n == 1)
            append_words(g, text, "c");
        if (n > 1)
            g_string_append(text, " \u2028");
    }
    add_span(new_block(blocks, BLOCK_CODE), text->str, -1);
}

static void grow_row(struct gardener *g, struct block *table, bool header)
{
    struct block *row = new_block(table->children, BLOCK_ROW);
    row->as.row.header = header;
    for (int n = 0; n < 2; n++)
        grow_text(g, new_block(row->children, BLOCK_CELL)->children, header ? "h" : "t");
}

/* Cards are named by words that may come again. */
static void grow_cards(struct gardener *g, struct block *table)
{
    GPtrArray *cards = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    table->as.table.cards = cards;
    for (int n = 1 + dice(g, 3); n > 0; n--) {
        struct block *card = new_block(cards, BLOCK_CARD);
        grow_text(g, card->children, "h");
        for (int fields = 1 + dice(g, 4); fields > 0; fields--)
            grow_text(g, card->children, "t");
    }
}

static void grow_table(struct gardener *g, GPtrArray *blocks)
{
    struct block *table = new_block(blocks, BLOCK_TABLE);
    if (dice(g, 2) == 0)
        grow_cards(g, table);
    else
        grow_row(g, table, true);
    for (int n = table->as.table.cards ? 0 : dice(g, 5); n > 0; n--)
        grow_row(g, table, false);
}

static void grow(struct gardener *g, GPtrArray *blocks, int depth);

static void grow_list(struct gardener *g, GPtrArray *blocks, int depth)
{
    struct block *list = new_block(blocks, BLOCK_LIST);
    for (int n = 1 + dice(g, 4); n > 0; n--) {
        struct block *item = new_block(list->children, BLOCK_ITEM);
        item->as.item.marker = MARKER_NUMBER;
        item->as.item.number = g_strdup_printf("%u.", g->items++);
        for (int children = dice(g, 3); children > 0; children--)
            grow(g, item->children, depth + 1);
    }
}

static void grow(struct gardener *g, GPtrArray *blocks, int depth)
{
    switch (dice(g, depth < 3 ? 8 : 5)) {
    case 0:
    case 1:
    case 2:
        grow_text(g, blocks, "w");
        break;
    case 3:
        grow_code(g, blocks);
        break;
    case 4:
        grow_table(g, blocks);
        break;
    case 5:
        new_block(blocks, BLOCK_RULE);
        break;
    case 6:
        grow(g, new_block(blocks, BLOCK_QUOTE)->children, depth + 1);
        break;
    default:
        grow_list(g, blocks, depth);
    }
}

/* Adds the words of the blocks, parted by blanks; of words seen before, only those of table headers
 * may come again, and are passed over. Notes how often each item's number is shown. */
static void harvest(const GPtrArray *blocks, GString *words, GHashTable *seen, GArray *numbers)
{
    for (guint i = 0; i < blocks->len; i++) {
        const struct block *block = blocks->pdata[i];
        g_autofree char *text = block_words(block);
        g_auto(GStrv) found = g_strsplit_set(text, " \xe2\x80\xa8", -1);
        for (char **word = found; *word; word++) {
            if (!**word || (**word == 'h' && g_hash_table_contains(seen, *word)))
                continue;
            if (!g_hash_table_add(seen, g_strdup(*word)))
                fail_msg("'%s' stands there twice", *word);
            g_string_append_printf(words, "%s ", *word);
        }
        if (block->kind == BLOCK_ITEM && block->as.item.marker != MARKER_NONE)
            g_array_index(numbers, unsigned, atoi(block->as.item.number))++;
        bool cards = block->kind == BLOCK_TABLE && block->as.table.cards;
        harvest(cards ? block->as.table.cards : block->children, words, seen, numbers);
    }
}

struct crop {
    GString *words;
    GHashTable *seen;
    GArray *numbers; /* of unsigned */
};

static struct crop new_crop(unsigned items)
{
    struct crop crop = {g_string_new(NULL),
                        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                        g_array_new(FALSE, TRUE, sizeof(unsigned))};
    g_array_set_size(crop.numbers, items);
    return crop;
}

static void crop_clear(struct crop *crop)
{
    g_string_free(crop->words, TRUE);
    g_hash_table_unref(crop->seen);
    g_array_unref(crop->numbers);
}

/* Parts the pieces at random and compares what the parts hold with the whole. */
static void assert_nothing_lost(struct gardener *g, const GPtrArray *blocks, const GArray *pieces)
{
    struct crop whole = new_crop(g->items), parts = new_crop(g->items);
    harvest(blocks, whole.words, whole.seen, whole.numbers);
    for (guint from = 0; from < pieces->len;) {
        guint to = from + 1 + (guint)dice(g, 5);
        to = MIN(to, pieces->len);
        g_autoptr(GPtrArray) part = pieces_blocks(blocks, pieces, from, to);
        harvest(part, parts.words, parts.seen, parts.numbers);
        from = to;
    }
    assert_string_equal(parts.words->str, whole.words->str);
    for (unsigned i = 0; i < g->items; i++)
        assert_int_equal(g_array_index(parts.numbers, unsigned, i), 1);
    crop_clear(&whole);
    crop_clear(&parts);
}

static void no_word_is_lost_or_doubled(void **state)
{
    struct fixture *f = *state;
    for (guint32 seed = 0; seed < 300; seed++) {
        struct gardener g = {.rand = g_rand_new_with_seed(seed)};
        g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
        for (int n = 1 + dice(&g, 5); n > 0; n--)
            grow(&g, blocks, 0);
        g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
        assert_nothing_lost(&g, blocks, pieces);
        for (guint i = 0; i < pieces->len; i += 2)
            for (enum cut cut = CUT_LINES; cut < CUT_HEADS; cut++)
                pieces_cut(pieces, i, cut, f->labels);
        assert_nothing_lost(&g, blocks, pieces);
        g_rand_free(g.rand);
    }
}

static void sentences_lines_and_rows_are_pieces(void **state)
{
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    new_text(blocks, "Ask Dr. Smith. Then go.");
    add_span(new_block(blocks, BLOCK_CODE), "one \u2028two", -1);
    new_text(blocks, "Hours: Monday. And Friday.")->text_kind = TEXT_FACT;
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    const unsigned words[] = {3, 2, 1, 1, 4};
    assert_int_equal(pieces->len, G_N_ELEMENTS(words));
    for (guint i = 0; i < pieces->len; i++)
        assert_int_equal(g_array_index(pieces, struct piece, i).words, words[i]);
}

/* A dash takes no time to read, and room on the screen. */
static void signs_by_themselves_are_no_words(void **state)
{
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    new_text(blocks, "Sleep \u2013 and rest.");
    add_span(new_block(blocks, BLOCK_CODE), "} \u2028two", -1);
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    const unsigned words[] = {3, 0, 1}, signs[] = {1, 1, 0};
    assert_int_equal(pieces->len, G_N_ELEMENTS(words));
    for (guint i = 0; i < pieces->len; i++) {
        assert_int_equal(g_array_index(pieces, struct piece, i).words, words[i]);
        assert_int_equal(g_array_index(pieces, struct piece, i).signs, signs[i]);
    }
}

static void a_part_does_not_end_in_blanks(void **state)
{
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    new_text(blocks, "One. Two.");
    add_span(new_block(blocks, BLOCK_CODE), "a \u2028 \u2028b", -1);
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    const char *const wanted[] = {"One.", "Two.", "a", " \u2028b"};
    assert_int_equal(pieces->len, G_N_ELEMENTS(wanted));
    for (guint i = 0; i < pieces->len; i++) {
        g_autoptr(GPtrArray) part = pieces_blocks(blocks, pieces, i, i + 1);
        assert_int_equal(part->len, 1);
        g_autofree char *words = block_words(part->pdata[0]);
        assert_string_equal(words, wanted[i]);
    }
}

static void assert_card(const GPtrArray *blocks, const GArray *pieces, guint i,
                        const char *const *wanted)
{
    g_autoptr(GPtrArray) part = pieces_blocks(blocks, pieces, i, i + 1);
    assert_int_equal(part->len, 1);
    const struct block *card = part->pdata[0];
    assert_int_equal(card->kind, BLOCK_CARD);
    for (guint n = 0; n < card->children->len; n++, wanted++) {
        g_autofree char *words = block_words(card->children->pdata[n]);
        assert_string_equal(words, *wanted);
    }
    assert_null(*wanted);
}

/* A card is whole until it is cut: between its fields, and only then within one. */
static void every_part_of_a_card_is_named(void **state)
{
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    struct block *table = new_block(blocks, BLOCK_TABLE);
    table->as.table.cards = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    struct block *card = new_block(table->as.table.cards, BLOCK_CARD);
    new_text(card->children, "Week: 1");
    new_text(card->children, "Morning: 25 mg");
    new_text(card->children, "Evening: none");
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    assert_int_equal(pieces->len, 1);
    assert_card(blocks, pieces, 0,
                (const char *[]){"Week: 1", "Morning: 25 mg", "Evening: none", NULL});
    assert_true(pieces_cut(pieces, 0, CUT_LINES, f->labels));
    assert_card(blocks, pieces, 0, (const char *[]){"Week: 1", "Morning: 25 mg", NULL});
    assert_true(pieces_cut(pieces, 1, CUT_LINES, f->labels)); /* the field as words */
    assert_true(pieces_cut(pieces, 1, CUT_WORDS, f->labels));
    assert_card(blocks, pieces, 1, (const char *[]){"Week: 1", "Evening:", NULL});
    assert_card(blocks, pieces, 2, (const char *[]){"Week: 1", "none", NULL});
}

static void a_table_keeps_its_header(void **state)
{
    struct fixture *f = *state;
    struct gardener g = {.rand = g_rand_new_with_seed(1)};
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    struct block *table = new_block(blocks, BLOCK_TABLE);
    grow_row(&g, table, true);
    grow_row(&g, table, false);
    grow_row(&g, table, false);
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    assert_int_equal(pieces->len, 2);
    g_autoptr(GPtrArray) last = pieces_blocks(blocks, pieces, 1, 2);
    const struct block *shown = last->pdata[0];
    assert_int_equal(shown->children->len, 2);
    assert_true(((const struct block *)shown->children->pdata[0])->as.row.header);
    g_rand_free(g.rand);
}

/* What comes later is told what it belongs to. */
static void a_callout_keeps_its_word(void **state)
{
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    struct block *callout = new_block(blocks, BLOCK_CALLOUT);
    new_text(callout->children, "Warning");
    new_text(callout->children, "Sit down. Rest.");
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    assert_int_equal(pieces->len, 2);
    static const char *const sentences[] = {"Sit down.", "Rest."};
    for (guint i = 0; i < 2; i++) {
        g_autoptr(GPtrArray) part = pieces_blocks(blocks, pieces, i, i + 1);
        const struct block *shown = part->pdata[0];
        assert_int_equal(shown->children->len, 2);
        g_autofree char *word = block_words(shown->children->pdata[0]);
        g_autofree char *words = block_words(shown->children->pdata[1]);
        assert_string_equal(word, "Warning");
        assert_string_equal(words, sentences[i]);
    }
}

/* The words and the column of the only span of a piece that is shown alone. */
static void assert_piece(const GPtrArray *blocks, const GArray *pieces, guint index,
                         const char *words, int column)
{
    g_autoptr(GPtrArray) part = pieces_blocks(blocks, pieces, index, index + 1);
    const struct block *shown = part->pdata[0];
    g_autofree char *own = block_words(shown);
    assert_string_equal(own, words);
    assert_int_equal(((const struct span *)shown->spans->pdata[0])->pos.col, column);
}

static void addresses_lose_what_nobody_types(void **state)
{
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    new_text(blocks, "See https://www.a.example/b now. Write to caf\u00e9 (http://c.example). Go.");
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    assert_piece(blocks, pieces, 0, "See a.example/b now.", 0);
    assert_piece(blocks, pieces, 1, "Write to caf\u00e9 (c.example).", 33);
    assert_piece(blocks, pieces, 2, "Go.", 67);
}

/* Of a length that takes minutes where each sentence is sought from the first one on. */
static void long_paragraphs_take_no_time_to_speak_of(void **state)
{
    enum { SENTENCES = 8000 };
    static const char sentence[] =
        "Ask at the desk, or take a caf\u00e9 cr\u00e8me with you, and then rest for a while, "
        "for as long as it takes until they call you in, whoever it is that has the time.";
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < SENTENCES; i++)
        g_string_append_printf(text, "%s ", sentence);
    new_text(blocks, text->str);
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    assert_int_equal(pieces->len, SENTENCES);
    clock_t start = clock();
    for (guint i = 0; i < SENTENCES; i++)
        assert_piece(blocks, pieces, i, sentence, (int)(i * (g_utf8_strlen(sentence, -1) + 1)));
    assert_true(clock() - start < 3 * CLOCKS_PER_SEC);
}

/* So many that the square of their number takes half a minute. */
static void many_blocks_take_no_time_to_speak_of(void **state)
{
    enum { BLOCKS = 40000 };
    struct fixture *f = *state;
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    for (int i = 0; i < BLOCKS; i++)
        new_text(blocks, "Rest.");
    struct block *list = new_block(blocks, BLOCK_LIST);
    for (int i = 0; i < BLOCKS; i++)
        new_text(new_block(list->children, BLOCK_ITEM)->children, "Rest.");
    g_autoptr(GArray) pieces = pieces_of(blocks, &f->document);
    assert_int_equal(pieces->len, 2 * BLOCKS);
    clock_t start = clock();
    for (guint i = 0; i < pieces->len; i++) {
        g_autoptr(GPtrArray) part = pieces_blocks(blocks, pieces, i, i + 1);
        assert_int_equal(part->len, 1);
    }
    assert_true(clock() - start < 5 * CLOCKS_PER_SEC);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_word_is_lost_or_doubled),
        cmocka_unit_test(sentences_lines_and_rows_are_pieces),
        cmocka_unit_test(signs_by_themselves_are_no_words),
        cmocka_unit_test(a_part_does_not_end_in_blanks),
        cmocka_unit_test(every_part_of_a_card_is_named),
        cmocka_unit_test(a_table_keeps_its_header),
        cmocka_unit_test(a_callout_keeps_its_word),
        cmocka_unit_test(addresses_lose_what_nobody_types),
        cmocka_unit_test(long_paragraphs_take_no_time_to_speak_of),
        cmocka_unit_test(many_blocks_take_no_time_to_speak_of),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
