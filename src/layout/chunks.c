#include "layout/chunks.h"

#include "base/direction.h"
#include "base/sentence.h"
#include "base/unparted.h"
#include "base/words.h"

#include <string.h>

/* What is known of a text before its lines are chosen. */
struct reading {
    const struct paragraph *p;
    const struct places *places;
    GArray *sentences; /* of gsize: bytes behind the ends of sentences */
    GArray *edges;     /* of words that no blanks part (base/unparted.h); NULL: there are none */
};

static struct reading reading_of(const struct paragraph *p, const struct places *places)
{
    const struct document *document = p->setter->document;
    return (struct reading){.p = p,
                            .places = places,
                            .sentences =
                                sentence_ends(p->text->str, document->lang,
                                              labels_list(document->labels, LABELS_ABBREVIATIONS)),
                            .edges = unparted_edges(p->text->str)};
}

static void reading_clear(struct reading *reading)
{
    g_array_unref(reading->sentences);
    g_clear_pointer(&reading->edges, g_array_unref);
}

static bool ends_sentence(const struct reading *reading, gsize at)
{
    for (guint i = 0; i < reading->sentences->len; i++)
        if (g_array_index(reading->sentences, gsize, i) == at)
            return true;
    return false;
}

/* Arabic writes its shortest words onto the next; before figures and foreign letters, which join
 * none, this sign stretches them towards it. */
#define TATWEEL 0x640

static int compare_ints(const void *one, const void *other)
{
    const int *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

static bool is_han(gunichar c)
{
    return g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN;
}

/* Where in the edges of words that byte of the text is; -1: it is in none. */
static int edge_at(GArray *edges, int at)
{
    guint index;
    return g_array_binary_search(edges, &at, compare_ints, &index) ? (int)index : -1;
}

/* Whether a word of one Chinese sign stands from that edge to the next. */
static bool is_sign(const struct reading *reading, int edge)
{
    const GArray *edges = reading->edges;
    if (edge < 0 || edge + 1 >= (int)edges->len)
        return false;
    const char *text = reading->p->text->str;
    const char *start = text + g_array_index(edges, int, edge);
    return is_han(g_utf8_get_char(start)) &&
           g_utf8_next_char(start) == text + g_array_index(edges, int, edge + 1);
}

/* One of the language's small words stands at that byte. */
static bool is_small_sign(const struct reading *reading, int at)
{
    const char *sign = reading->p->text->str + at;
    g_autofree char *word = g_strndup(sign, (gsize)(g_utf8_next_char(sign) - sign));
    return labels_list_has(reading->p->setter->document->labels, LABELS_SMALL_WORDS, word);
}

/* Between two words as the dictionary has them. It takes a word that it does not know for as many
 * as that has signs: two of one sign may be one word, but where a small word follows. */
static bool parts_known_words(const struct reading *reading, int at)
{
    int edge = edge_at(reading->edges, at);
    bool signs = edge >= 0 && is_sign(reading, edge - 1) && is_sign(reading, edge);
    return edge >= 0 && (!signs || is_small_sign(reading, at));
}

/* Between two letters of scripts without blanks, and not between two words; or behind a word that
 * stretches to the next. */
static bool is_within_word(const struct reading *reading, const char *end)
{
    const char *text = reading->p->text->str;
    gunichar last = end > text ? g_utf8_get_char(g_utf8_prev_char(end)) : ' ';
    if (last == ' ' && end - 1 > text)
        return g_utf8_get_char(g_utf8_prev_char(end - 1)) == TATWEEL;
    return reading->edges && words_unparted(last) && words_unparted(g_utf8_get_char(end)) &&
           !parts_known_words(reading, (int)(end - text));
}

static bool is_pause(gunichar c)
{
    return sentence_is_comma(c) || sentence_is_semicolon(c) || sentence_is_colon(c);
}

/* Scripts without blanks part their words anywhere. */
static bool parts_words(gunichar last)
{
    int type = g_unichar_break_type(last);
    return g_unichar_isspace(last) || type == G_UNICODE_BREAK_IDEOGRAPHIC ||
           type == G_UNICODE_BREAK_COMPLEX_CONTEXT;
}

/* The letters of a chunk, without blanks at its end and signs that nobody sees. */
static char *seen_words(const char *start, const char *end)
{
    GString *seen = g_string_new(NULL);
    for (const char *c = start; c < end; c = g_utf8_next_char(c))
        if (!direction_is_isolate(g_utf8_get_char(c)))
            g_string_append_unichar(seen, g_utf8_get_char(c));
    return g_strchomp(g_string_free(seen, FALSE));
}

/* What the words of a chunk say about line ends beside it. */
static void read_words(const struct reading *reading, const char *start, const char *end,
                       struct chunk *chunk)
{
    g_autofree char *seen = seen_words(start, end);
    guint digits = 0;
    for (const char *c = seen; *c; c = g_utf8_next_char(c)) {
        gunichar letter = g_utf8_get_char(c);
        chunk->letters += g_unichar_isalnum(letter) ? 1 : 0;
        digits += g_unichar_isdigit(letter) ? 1 : 0;
        chunk->spaced = chunk->spaced || g_unichar_isspace(letter);
    }
    const char *last = g_utf8_find_prev_char(seen, seen + strlen(seen));
    chunk->pause = last && is_pause(g_utf8_get_char(last));
    chunk->within = is_within_word(reading, end);
    chunk->bracket = *seen == '(';
    chunk->number =
        digits > 0 && digits == chunk->letters && last && g_unichar_isdigit(g_utf8_get_char(last));
    const struct labels *labels = reading->p->setter->document->labels;
    chunk->small = labels_list_has(labels, LABELS_SMALL_WORDS, seen);
    chunk->phrase = labels_list_has(labels, LABELS_PHRASE_WORDS, seen);
    chunk->negation = labels_list_has(labels, LABELS_TRAILING_NEGATIONS, seen);
    chunk->number = chunk->number || labels_list_has(labels, LABELS_SPELLED_NUMBERS, seen);
    chunk->sentence = ends_sentence(reading, chunk->end);
    chunk->joined = end > start && !parts_words(g_utf8_get_char(g_utf8_prev_char(end)));
}

/* The characters [from, to) as a chunk, which `start` and `end` point at. */
static struct chunk chunk_of(const struct reading *reading, int from, int to, const char *start,
                             const char *end)
{
    const struct places *places = reading->places;
    struct chunk chunk = {.end = (gsize)(end - reading->p->text->str),
                          .last = places->ends[to].is_mandatory_break || to == places->n_chars};
    const char *c = start;
    for (int i = from; i < to; i++, c = g_utf8_next_char(c)) {
        int width = *c == ' ' ? MAX(places->widths[i], places->blank) : places->widths[i];
        chunk.blank = g_unichar_isspace(g_utf8_get_char(c)) ? chunk.blank + width : 0;
        chunk.width += width;
    }
    chunk.width -= chunk.blank;
    read_words(reading, start, end, &chunk);
    return chunk;
}

/* Whether a fact is open at `end` that was (`open`) or was not at `start`. */
static bool is_in_fact(bool open, const char *start, const char *end)
{
    for (const char *c = start; c < end; c = g_utf8_next_char(c))
        open = g_str_has_prefix(c, DIRECTION_LTR_ISOLATE) ||
               (open && !g_str_has_prefix(c, DIRECTION_POP));
    return open;
}

GArray *chunks_of(const struct paragraph *p, const struct places *places)
{
    GArray *chunks = g_array_new(FALSE, FALSE, sizeof(struct chunk));
    struct reading reading = reading_of(p, places);
    const char *start = p->text->str, *c = start;
    bool open = false;
    for (int i = 0, from = 0; i < places->n_chars; i++) {
        c = g_utf8_next_char(c);
        const PangoLogAttr *place = &places->ends[i + 1];
        if (!place->is_line_break && !place->is_mandatory_break && i + 1 < places->n_chars)
            continue;
        struct chunk chunk = chunk_of(&reading, from, i + 1, start, c);
        chunk.fact = open = is_in_fact(open, start, c);
        g_array_append_val(chunks, chunk);
        from = i + 1;
        start = c;
    }
    reading_clear(&reading);
    return chunks;
}
