/*
 * Cutting pieces that no screen holds: a card between its fields, words between two of them.
 */
#include "layout/pieces.h"

#include "base/signs.h"
#include "base/words.h"

#include <string.h>

struct piece piece_of_words(const struct block *block, const char *text, gsize start, gsize end)
{
    return (struct piece){.block = block,
                          .start = start,
                          .end = end,
                          .words = words_count(text + start, end - start),
                          .signs = words_count_signs(text + start, end - start)};
}

static gunichar char_before(const char *text, gsize at)
{
    return g_utf8_get_char(g_utf8_prev_char(text + at));
}

/* Commas, colons and the like of Latin, Arabic and East Asian writing. */
static bool is_pause(gunichar c)
{
    static const gunichar pauses[] = {',', ';', ':', 0x60c, 0x61b, 0x3001, 0xff0c, 0xff1a, 0xff1b};
    for (size_t i = 0; i < G_N_ELEMENTS(pauses); i++)
        if (c == pauses[i])
            return true;
    return false;
}

static bool is_end(gunichar c)
{
    return g_unichar_break_type(c) == G_UNICODE_BREAK_EXCLAMATION || c == '.' || c == 0x3002 ||
           c == 0x964 || c == 0x61f;
}

static bool is_opener(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/* How well a cut behind byte `at` reads: near the middle is good, behind a comma or the like is
 * better, behind a sentence (of a card's field; other pieces are one) best. */
static double cut_cost(const char *text, gsize at, const struct piece *piece)
{
    double half = (double)(piece->end - piece->start) / 2;
    double off = ((double)(at - piece->start) - half) / half;
    gsize last = at;
    while (last > piece->start && g_ascii_isspace(text[last - 1]))
        last--;
    gunichar before = last > piece->start ? char_before(text, last) : ' ';
    return (off < 0 ? -off : off) - (is_end(before) ? 1 : is_pause(before) ? 0.5 : 0);
}

/* The best place behind a line end of the author's, or 0: in lines of facts a day goes with its
 * times. */
static gsize best_line_end(const char *text, const struct piece *piece)
{
    gsize best = 0;
    for (const char *c = text + piece->start; (c = strstr(c, LINE_SEPARATOR_TEXT));) {
        c += strlen(LINE_SEPARATOR_TEXT);
        gsize at = (gsize)(c - text);
        if (at >= piece->end)
            break;
        bool parts = words_count(text + piece->start, at - piece->start) > 0 &&
                     words_count(text + at, piece->end - at) > 0;
        if (parts && (best == 0 || cut_cost(text, at, piece) < cut_cost(text, best, piece)))
            best = at;
    }
    return best;
}

/* The best place between two words that a blank parts, or 0. */
static gsize best_blank(const char *text, const struct piece *piece)
{
    gsize best = 0;
    for (gsize i = piece->start + 1; i < piece->end; i++) {
        if (!g_ascii_isspace(text[i - 1]) || g_ascii_isspace(text[i]))
            continue;
        if (best == 0 || cut_cost(text, i, piece) < cut_cost(text, best, piece))
            best = i;
    }
    return best;
}

/* The best place before a word of a script without blanks, or 0. */
static gsize best_edge(const char *text, const struct piece *piece)
{
    struct word_walk walk = word_walk(text + piece->start, text + piece->end);
    struct word word;
    gsize best = 0;
    while (word_next(&walk, &word)) {
        gsize at = (gsize)(word.start - text);
        if (!word.unparted || at == piece->start || is_opener(char_before(text, at)))
            continue;
        if (best == 0 || cut_cost(text, at, piece) < cut_cost(text, best, piece))
            best = at;
    }
    return best;
}

/* The children [start, end) of a card. */
static struct piece card_piece(const struct block *card, gsize start, gsize end)
{
    struct piece piece = {.block = card, .start = start, .end = end};
    for (gsize i = start; i < end; i++) {
        piece.words += block_count_words(card->children->pdata[i]);
        piece.signs += block_count_signs(card->children->pdata[i]);
    }
    return piece;
}

/* Parts a card between two fields; a field by itself becomes a piece of its own words. */
static bool cut_card(GArray *pieces, guint index)
{
    struct piece card = g_array_index(pieces, struct piece, index);
    gsize middle = (card.start + card.end) / 2;
    if (card.end > card.start + 1) {
        struct piece tail = card_piece(card.block, middle, card.end);
        g_array_index(pieces, struct piece, index) = card_piece(card.block, card.start, middle);
        g_array_insert_val(pieces, index + 1, tail);
        return true;
    }
    const struct block *field =
        card.end > card.start ? card.block->children->pdata[card.start] : NULL;
    if (!field || field->kind != BLOCK_TEXT)
        return false;
    g_autofree char *text = block_words(field);
    g_array_index(pieces, struct piece, index) = piece_of_words(field, text, 0, strlen(text));
    return true;
}

bool pieces_cut(GArray *pieces, guint index)
{
    struct piece *piece = &g_array_index(pieces, struct piece, index);
    if (piece->block->kind == BLOCK_CARD)
        return cut_card(pieces, index);
    g_autofree char *text = block_words(piece->block);
    gsize at = best_line_end(text, piece);
    if (at == 0)
        at = best_blank(text, piece);
    if (at == 0)
        at = best_edge(text, piece);
    if (at == 0)
        return false;
    struct piece tail = piece_of_words(piece->block, text, at, piece->end);
    *piece = piece_of_words(piece->block, text, piece->start, at);
    g_array_insert_val(pieces, index + 1, tail);
    return true;
}
