/*
 * liblouis 3.24 takes some 13,000 instructions a letter for English (callgrind), and most words of
 * an article, and nearly all of many articles, come again. Where words are written alike whatever
 * stands beside them, each is translated once. In unified English braille they are, but for what
 * runs over several words: numbers, capitals, emphasis (rules of UEB, 2024, 6.6, 8.4 and 9.2), and
 * but for contractions of lower dots alone, which mind the sign behind them (10.5). Words of
 * letters are concerned by capitals alone, and by these only where several words have no small
 * letter. Whatever else might be concerned is translated together with the words beside it.
 */
#include "export/braille_words.h"

#include <string.h>

/* Letters in whose company a sign behind a word has its usual cells. */
static const char usual[] = "map";

struct word {
    size_t start, letters, end; /* what it has behind its letters is one sign or none */
    bool plain;                 /* its letters may stand alone */
    bool calm;                  /* it changes nothing beside it, but for one that is loud, too */
    bool loud;                  /* it is all capitals: several of them have signs in common */
};

static bool is_small(const struct braille_sign *sign)
{
    return sign->letter >= 'a' && sign->letter <= 'z' && sign->hand == HAND_PLAIN;
}

static bool is_capital(const struct braille_sign *sign)
{
    return sign->letter >= 'A' && sign->letter <= 'Z' && sign->hand == HAND_PLAIN;
}

static bool is_stop(const struct braille_sign *sign)
{
    return sign->hand == HAND_PLAIN && sign->letter < 0x80 && strchr(".,;:?!)", (int)sign->letter);
}

static bool is_letter(const struct braille_sign *sign)
{
    return is_small(sign) || is_capital(sign);
}

static bool is_joint(const struct braille_sign *sign)
{
    enum { APOSTROPHE = 0x2019 };
    gunichar letter = sign->letter;
    return sign->hand == HAND_PLAIN && (letter == '-' || letter == '\'' || letter == APOSTROPHE);
}

/* What consists of letters, with joints between them, behind which is one sign or none. */
static bool is_of_letters(const struct braille_sign *signs, const struct word *word)
{
    size_t at = word->start, end = word->end;
    while (at < end && is_letter(&signs[at]))
        at += at + 2 < end && is_joint(&signs[at + 1]) && is_letter(&signs[at + 2]) ? 2 : 1;
    return at > word->start && (at == end || (at + 1 == end && is_stop(&signs[at])));
}

static bool has_small(const struct braille_sign *signs, const struct word *word)
{
    for (size_t i = word->start; i < word->end; i++)
        if (is_small(&signs[i]))
            return true;
    return false;
}

/* Single letters have senses of their own, but "a". */
static struct word word_at(const struct braille_sign *signs, size_t start, size_t n)
{
    struct word word = {.start = start, .letters = start, .end = start};
    while (word.end < n && signs[word.end].letter != ' ')
        word.end++;
    word.letters += start < n && is_capital(&signs[start]);
    while (word.letters < word.end && is_small(&signs[word.letters]))
        word.letters++;
    bool whole =
        word.letters == word.end || (word.letters + 1 == word.end && is_stop(&signs[word.letters]));
    size_t length = word.letters - start;
    bool single = length == 1 && signs[start].letter == 'a';
    word.plain = whole && (length > 1 || single);
    word.calm = word.plain || is_of_letters(signs, &word);
    word.loud = !word.plain && !has_small(signs, &word);
    return word;
}

static GArray *words_of(const struct braille_sign *signs, size_t n)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(struct word));
    for (size_t start = 0; start <= n;) {
        struct word word = word_at(signs, start, n);
        g_array_append_val(words, word);
        start = word.end + 1;
    }
    return words;
}

static bool bears(const struct word *word, const struct word *beside)
{
    return beside->calm && !(word->loud && beside->loud);
}

/* Nothing beside it changes it, nor does it change that. */
static bool is_free(const GArray *words, guint i)
{
    const struct word *word = &g_array_index(words, struct word, i);
    return word->calm && (i == 0 || bears(word, word - 1)) &&
           (i + 1 == words->len || bears(word, word + 1));
}

/* What is made of the signs so far. */
struct made {
    const struct braille_table *table;
    const struct braille_sign *signs;
    GArray *cells, *from;
};

static void add_cell(struct made *made, gunichar cell, size_t at)
{
    gint sign = (gint)at;
    g_array_append_val(made->cells, cell);
    g_array_append_val(made->from, sign);
}

static void add_cells(struct made *made, const GArray *cells, const GArray *from, size_t start)
{
    guint before = made->from->len;
    g_array_append_vals(made->cells, cells->data, cells->len);
    g_array_append_vals(made->from, from->data, from->len);
    for (guint i = before; i < made->from->len; i++)
        g_array_index(made->from, gint, i) += (gint)start;
}

static bool has_upper_dots(const GArray *cells)
{
    enum { UPPER_DOTS = 0x09 }; /* 1 and 4 */
    for (guint i = 0; i < cells->len; i++)
        if (g_array_index(cells, gunichar, i) & UPPER_DOTS)
            return true;
    return false;
}

/* Returns whether any of the cells has one of the upper dots. */
static bool add_stretch(struct made *made, size_t start, size_t end)
{
    GArray *from = NULL;
    g_autoptr(GArray) cells =
        braille_translate_whole(made->table, made->signs + start, end - start, &from);
    add_cells(made, cells, from, start);
    g_array_unref(from);
    return has_upper_dots(cells);
}

/* The same of letters of which the first alone is a capital: they have the cells of small letters
 * behind a sign, but where these have a sign of their own in front ("al", which is "also"). */
static bool add_capitalized(struct made *made, size_t start, size_t end)
{
    enum { CAPITAL = 0x2820, GRADE_1 = 0x2830 };
    g_autofree struct braille_sign *small =
        g_memdup2(made->signs + start, (end - start) * sizeof *small);
    small[0].letter += 'a' - 'A';
    GArray *from = NULL;
    g_autoptr(GArray) cells = braille_translate_whole(made->table, small, end - start, &from);
    bool plain = cells->len > 0 && g_array_index(cells, gunichar, 0) != GRADE_1;
    if (plain) {
        add_cell(made, CAPITAL, start);
        add_cells(made, cells, from, start);
    }
    g_array_unref(from);
    return plain ? has_upper_dots(cells) : add_stretch(made, start, end);
}

static void add_stop(struct made *made, size_t at)
{
    struct braille_sign signs[sizeof usual];
    size_t n = 0;
    for (; n < sizeof usual - 1; n++)
        signs[n] = (struct braille_sign){(gunichar)usual[n], HAND_PLAIN};
    g_autoptr(GArray) alone = braille_translate_whole(made->table, signs, n, NULL);
    signs[n] = made->signs[at];
    g_autoptr(GArray) both = braille_translate_whole(made->table, signs, n + 1, NULL);
    for (guint i = alone->len; i < both->len; i++)
        add_cell(made, g_array_index(both, gunichar, i), at);
}

static bool add_letters(struct made *made, const struct word *word)
{
    bool capital = is_capital(&made->signs[word->start]);
    return capital ? add_capitalized(made, word->start, word->letters)
                   : add_stretch(made, word->start, word->letters);
}

static void add_word(struct made *made, const struct word *word)
{
    guint before = made->cells->len;
    if (add_letters(made, word)) {
        if (word->letters < word->end)
            add_stop(made, word->letters);
        return;
    }
    g_array_set_size(made->cells, before);
    g_array_set_size(made->from, before);
    add_stretch(made, word->start, word->end);
}

static void add_words(struct made *made, const GArray *words)
{
    const struct word *all = (const struct word *)(const void *)words->data;
    for (guint i = 0, next; i < words->len; i = next) {
        if (i > 0)
            add_cell(made, CELL_BLANK, all[i].start - 1);
        next = i + 1;
        if (is_free(words, i) && all[i].plain) {
            add_word(made, &all[i]);
            continue;
        }
        while (!is_free(words, i) && next < words->len && !is_free(words, next))
            next++;
        add_stretch(made, all[i].start, all[next - 1].end);
    }
}

GArray *braille_translate(const struct braille_table *table, const struct braille_sign *signs,
                          size_t n_signs, GArray **from)
{
    if (!table->by_words)
        return braille_translate_whole(table, signs, n_signs, from);
    struct made made = {table, signs, g_array_new(FALSE, FALSE, sizeof(gunichar)),
                        g_array_new(FALSE, FALSE, sizeof(gint))};
    g_autoptr(GArray) words = words_of(signs, n_signs);
    add_words(&made, words);
    if (from)
        *from = made.from;
    else
        g_array_unref(made.from);
    return made.cells;
}
