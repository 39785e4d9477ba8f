/*
 * Cutting pieces that no screen holds. Each kind of cut has places of its own; of these the one
 * nearest to the middle is taken, so that what is cut again and again ends in even parts.
 */
#include "layout/pieces_parts.h"

#include "base/sentence.h"
#include "base/signs.h"
#include "base/words.h"
#include "content/amounts.h"
#include "content/facts.h"

#include <string.h>

/* The words that are to be cut. */
struct search {
    const struct piece *piece;
    const struct labels *labels;
    const char *text;
    gsize first;     /* the label and a word of what it names stay together */
    GArray *blocked; /* of struct stretch: facts, which are not to be cut; may overlap */
    gsize best;      /* 0: none yet */
    bool clauses;    /* commas between the entries of a list are no places, */
    bool lists;      /* or those before an entry */
};

struct stretch {
    gsize start, end;
};

static gunichar char_before(const char *text, gsize at)
{
    return g_utf8_get_char(g_utf8_prev_char(text + at));
}

#define EN_DASH        0x2013
#define EM_DASH        0x2014
#define ETHIOPIC_COLON 0x1365 /* stands between clauses, and announces nothing */

static bool is_clause_end(gunichar c)
{
    return sentence_is_colon(c) || sentence_is_semicolon(c) || c == EN_DASH || c == EM_DASH ||
           c == ETHIOPIC_COLON;
}

static bool is_opener(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

static bool is_blocked(const struct search *search, gsize at)
{
    for (guint i = 0; i < search->blocked->len; i++) {
        const struct stretch *fact = &g_array_index(search->blocked, struct stretch, i);
        if (at > fact->start && at < fact->end)
            return true;
    }
    return false;
}

static gsize distance(const struct search *search, gsize at)
{
    gsize middle = (search->piece->start + search->piece->end) / 2;
    return at > middle ? at - middle : middle - at;
}

/* Blanks and blank lines by themselves are no parts. Asked at every place of a long text, so it
 * looks no further than to the first sign that is none. */
static bool holds_words(const struct search *search, gsize start, gsize end)
{
    for (const char *c = search->text + start; c < search->text + end; c = g_utf8_next_char(c))
        if (!g_unichar_isspace(g_utf8_get_char(c)))
            return true;
    return false;
}

/* One of the language's small words stands there: "and". */
static bool is_small_at(const struct search *search, gsize at)
{
    const char *start = search->text + at;
    g_autofree char *word = g_strndup(start, strcspn(start, " "));
    return labels_list_has(search->labels, LABELS_SMALL_WORDS, word);
}

/* What is no place among those that are looked for at the moment. */
static bool is_entry(const struct search *search, gsize at)
{
    gsize start = search->piece->start, end = search->piece->end;
    return (search->clauses && pieces_comma_lists(search->text, start, end, at)) ||
           (search->lists &&
            (pieces_comma_enters(search->text, end, at) || is_small_at(search, at)));
}

static void offer(struct search *search, gsize at)
{
    if (at <= search->first || at >= search->piece->end || is_blocked(search, at) ||
        is_entry(search, at))
        return;
    bool nearer = search->best == 0 || distance(search, at) < distance(search, search->best);
    if (nearer && holds_words(search, search->first, at) &&
        holds_words(search, at, search->piece->end))
        search->best = at;
}

/* Whether a span of the block begins with the line end at that byte of its words. */
static bool begins_span(const struct block *block, gsize line_end)
{
    gsize start = 0;
    for (guint i = 0; i < block->spans->len; i++) {
        const char *text = ((const struct span *)block->spans->pdata[i])->text;
        gsize blanks = strspn(text, " ");
        if (start + blanks == line_end && g_str_has_prefix(text + blanks, LINE_SEPARATOR_TEXT))
            return true;
        start += strlen(text);
    }
    return false;
}

/* In lines of facts a day goes with all of its times, which begin no span but the first. */
static void find_lines(struct search *search)
{
    const struct piece *piece = search->piece;
    for (const char *c = search->text + piece->start; (c = strstr(c, LINE_SEPARATOR_TEXT));) {
        bool within = piece->block->fact == FACT_HOURS &&
                      !begins_span(piece->block, (gsize)(c - search->text));
        c += strlen(LINE_SEPARATOR_TEXT);
        gsize at = (gsize)(c - search->text);
        if (at >= piece->end)
            break;
        if (!within)
            offer(search, at);
    }
}

/* Behind the last blank of several; East Asian signs need none. */
static void find_signs(struct search *search, bool (*is_sign)(gunichar))
{
    bool open = false; /* nothing but blanks since the last sign */
    const char *end = search->text + search->piece->end;
    for (const char *c = search->text + search->piece->start; c < end; c = g_utf8_next_char(c)) {
        gunichar sign = g_utf8_get_char(c);
        gsize at = (gsize)(c - search->text);
        bool blank = g_unichar_isspace(sign);
        bool parted = at > 0 && (g_unichar_isspace(char_before(search->text, at)) ||
                                 g_unichar_iswide(char_before(search->text, at)));
        if (open && !blank && parted)
            offer(search, at);
        open = is_sign(sign) || (open && blank);
    }
}

static void find_blanks(struct search *search)
{
    const char *text = search->text;
    for (gsize i = search->piece->start + 1; i < search->piece->end; i++)
        if (g_ascii_isspace(text[i - 1]) && !g_ascii_isspace(text[i]))
            offer(search, i);
}

/* Before words of scripts without blanks. */
static void find_edges(struct search *search)
{
    const char *text = search->text;
    struct word_walk walk = word_walk(text + search->piece->start, text + search->piece->end);
    struct word word;
    while (word_next(&walk, &word)) {
        gsize at = (gsize)(word.start - text);
        if (word.unparted && at > search->piece->start && !is_opener(char_before(text, at)))
            offer(search, at);
    }
}

static void find_words(struct search *search)
{
    find_blanks(search);
    if (search->best == 0)
        find_edges(search);
}

static bool is_small(const struct search *search, const char *word)
{
    return labels_list_has(search->labels, LABELS_SMALL_WORDS, word);
}

/* Before the first of several small words: they lead to what follows. */
static void find_phrases(struct search *search)
{
    g_autofree char *words =
        g_strndup(search->text + search->piece->start, search->piece->end - search->piece->start);
    g_auto(GStrv) all = g_strsplit(words, " ", -1);
    gsize at = search->piece->start;
    for (guint i = 0; all[i]; at += strlen(all[i++]) + 1)
        if (i > 0 && is_small(search, all[i]) && !is_small(search, all[i - 1]))
            offer(search, at);
}

/* Behind signs within it, if there are such about its middle. */
static void find_joints(struct search *search)
{
    gsize length = search->piece->end - search->piece->start;
    const char *text = search->text;
    for (gsize at = search->piece->start + length / 4; at < search->piece->end - length / 4; at++)
        if (g_ascii_ispunct(text[at]) && !g_ascii_ispunct(text[at + 1]))
            offer(search, at + 1);
}

/* Next to its middle. */
static void find_letters(struct search *search)
{
    const struct piece *piece = search->piece;
    const char *run = search->text + piece->start, *end = search->text + piece->end;
    glong letters = g_utf8_strlen(run, end - run);
    find_joints(search);
    if (letters < 2 || search->best > 0)
        return;
    const char *middle = g_utf8_offset_to_pointer(run, letters / 2 - 1);
    offer(search, (gsize)(middle - search->text) + sentence_word(middle, (gsize)(end - middle), 1));
}

static void block(const struct search *search, gsize start, gsize end)
{
    struct stretch fact = {start, end};
    g_array_append_val(search->blocked, fact);
}

/* A fact among the piece's words. */
static void block_found(size_t start, size_t end, void *data)
{
    const struct search *search = data;
    block(search, search->piece->start + start, search->piece->start + end);
}

/* Facts in the piece, by their form or because they come from the clinic's. */
static void block_facts(struct search *search)
{
    gsize at = 0;
    const struct piece *piece = search->piece;
    const struct block *source = piece->block;
    g_autofree char *words = g_strndup(search->text + piece->start, piece->end - piece->start);
    facts_find(words, labels_list(search->labels, LABELS_ABBREVIATIONS), block_found, search);
    amounts_find(words, search->labels, block_found, search);
    facts_find_asked(words, block_found, search);
    for (guint i = 0; i < source->spans->len; i++) {
        const struct span *span = source->spans->pdata[i];
        gsize length = strlen(span->text);
        if (span->whole)
            block(search, at, at + length);
        at += length;
    }
}

/* A line of the clinic's facts is one fact, but for lists and notes. */
static bool is_fact(const struct block *block)
{
    return block->text_kind == TEXT_FACT && block->fact != FACT_NONE &&
           block->fact != FACT_SERVICES && block->fact != FACT_NOTES;
}

static void find_clauses(struct search *search)
{
    find_signs(search, is_clause_end);
}

static void find_commas(struct search *search)
{
    search->clauses = true;
    find_signs(search, sentence_is_comma);
    search->clauses = false;
}

/* Behind the last entry of a list, if its verb follows there, or else behind any. */
static void find_entries(struct search *search)
{
    search->lists = true;
    find_signs(search, sentence_is_comma);
    search->lists = false;
    if (search->best == 0)
        find_signs(search, sentence_is_comma);
}

/* Of a field of a card; other words come as one sentence a piece, and parts of one have no end. */
static void find_sentences(struct search *search)
{
    if (search->piece->fragment && !search->piece->holder)
        return;
    g_autoptr(GArray) ends = sentence_ends(search->text, labels_lang(search->labels),
                                           labels_list(search->labels, LABELS_ABBREVIATIONS));
    for (guint i = 0; i < ends->len; i++)
        offer(search, g_array_index(ends, gsize, i));
}

static void find_place(struct search *search, enum cut cut)
{
    static void (*const finders[])(struct search *) = {
        [CUT_LINES] = find_lines,   [CUT_SENTENCES] = find_sentences, [CUT_CLAUSES] = find_clauses,
        [CUT_COMMAS] = find_commas, [CUT_PHRASES] = find_phrases,     [CUT_ENTRIES] = find_entries,
        [CUT_WORDS] = find_words,   [CUT_FACTS] = find_words,         [CUT_LETTERS] = find_letters};
    const struct block *source = search->piece->block;
    bool between = (cut >= CUT_SENTENCES && cut <= CUT_WORDS) && cut != CUT_PHRASES;
    bool unfit = (between && is_fact(source)) ||
                 (source->kind == BLOCK_CODE && cut != CUT_LINES && cut < CUT_WORDS) ||
                 (cut == CUT_PHRASES && !block_is_heading(source));
    if (between || cut == CUT_PHRASES)
        block_facts(search);
    if (!unfit)
        finders[cut](search);
}

static bool cut_words(GArray *pieces, guint index, enum cut cut, const struct labels *labels)
{
    struct piece *piece = &g_array_index(pieces, struct piece, index);
    g_autofree char *text = block_words(piece->block);
    g_autoptr(GArray) blocked = g_array_new(FALSE, FALSE, sizeof(struct stretch));
    struct search search = {.piece = piece,
                            .labels = labels,
                            .text = text,
                            .first = MAX(piece->start, piece->label),
                            .blocked = blocked};
    find_place(&search, cut);
    if (search.best == 0)
        return false;
    struct piece head = piece_of_words(piece->block, text, piece->place, piece->start, search.best);
    struct piece tail = piece_of_words(piece->block, text, piece->place, search.best, piece->end);
    head.way = tail.way = piece->way;
    head.label = tail.label = piece->label;
    head.holder = tail.holder = piece->holder;
    head.headless = tail.headless = piece->headless;
    head.of_item = tail.of_item = piece->of_item;
    head.fragment = tail.fragment = piece->fragment || cut > CUT_SENTENCES;
    head.listed = tail.listed = piece->listed || cut == CUT_ENTRIES;
    tail.keep = piece->keep;
    *piece = head;
    g_array_insert_val(pieces, index + 1, tail);
    return true;
}

/* The children [start, end) of a card. */
static struct piece card_piece(const struct piece *card, gsize start, gsize end)
{
    struct piece piece = *card;
    piece.start = start;
    piece.end = end;
    piece.words = piece.signs = 0;
    piece.size = 1;
    for (gsize i = start; i < end; i++) {
        piece.words += block_count_words(card->block->children->pdata[i]);
        piece.signs += block_count_signs(card->block->children->pdata[i]);
    }
    return piece;
}

/* Parts a card between two fields; a field by itself becomes a piece of its own words. */
static bool cut_card(GArray *pieces, guint index, const struct labels *labels)
{
    struct piece card = g_array_index(pieces, struct piece, index);
    gsize middle = (card.start + card.end) / 2;
    if (card.end > card.start + 1) {
        struct piece tail = card_piece(&card, middle, card.end);
        g_array_index(pieces, struct piece, index) = card_piece(&card, card.start, middle);
        g_array_insert_val(pieces, index + 1, tail);
        return true;
    }
    const struct block *field =
        card.end > card.start ? card.block->children->pdata[card.start] : NULL;
    if (!field || field->kind != BLOCK_TEXT)
        return false;
    g_autofree char *text = block_words(field);
    struct piece words = piece_of_words(field, text, (struct words_place){0}, 0, strlen(text));
    words.way = card.way;
    words.label = piece_label(field, labels);
    words.holder = card.holder;
    words.headless = card.headless;
    g_array_index(pieces, struct piece, index) = words;
    return true;
}

/* The head becomes a piece of its own, before what it stood above: once for each holder. */
static bool cut_head(GArray *pieces, guint index)
{
    struct piece piece = g_array_index(pieces, struct piece, index);
    if (!piece.holder || piece.headless)
        return false;
    const struct block *block = piece.holder->children->pdata[0];
    g_autofree char *text = block_words(block);
    struct piece head = piece_of_words(block, text, (struct words_place){0}, 0, strlen(text));
    head.holder = piece.holder;
    head.headless = true;
    guint first = index;
    while (first > 0 && g_array_index(pieces, struct piece, first - 1).holder == piece.holder)
        first--;
    for (guint i = first; i < pieces->len; i++) {
        struct piece *other = &g_array_index(pieces, struct piece, i);
        if (other->holder != piece.holder)
            break;
        other->headless = true;
        other->size = 1;
    }
    head.way = g_array_index(pieces, struct piece, first).way;
    g_array_insert_val(pieces, first, head);
    return true;
}

/* The label is not repeated any more, and its first one stands by itself. */
static bool cut_label(GArray *pieces, guint index)
{
    struct piece *piece = &g_array_index(pieces, struct piece, index);
    gsize label = piece->label;
    piece->label = 0;
    if (piece->start >= label || piece->end <= label)
        return label > 0;
    g_autofree char *text = block_words(piece->block);
    struct piece tail = piece_of_words(piece->block, text, piece->place, label, piece->end);
    tail.way = piece->way;
    tail.holder = piece->holder;
    tail.headless = piece->headless;
    *piece = piece_of_words(piece->block, text, piece->place, piece->start, label);
    piece->way = tail.way;
    piece->holder = tail.holder;
    piece->headless = tail.headless;
    g_array_insert_val(pieces, index + 1, tail);
    return true;
}

bool pieces_cut(GArray *pieces, guint index, enum cut cut, const struct labels *labels)
{
    const struct block *block = g_array_index(pieces, struct piece, index).block;
    if (cut == CUT_HEADS)
        return cut_label(pieces, index) || cut_head(pieces, index);
    if (block->kind == BLOCK_CARD)
        return cut == CUT_LINES && cut_card(pieces, index, labels);
    return (block->kind == BLOCK_TEXT || block->kind == BLOCK_CODE) &&
           cut_words(pieces, index, cut, labels);
}
