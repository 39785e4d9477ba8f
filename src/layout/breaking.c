/*
 * The lines of a paragraph, as its kind of text has them: narrower columns, or the breaker's choice
 * among the places that Pango offers.
 */
#include "layout/breaking.h"

#include "base/direction.h"
#include "base/sentence.h"
#include "base/unparted.h"
#include "base/words.h"
#include "layout/breaker.h"
#include "layout/line_width.h"
#include "layout/places.h"
#include "layout/whole.h"

#include <string.h>

static const struct chunk *chunk_at(const GArray *chunks, guint index)
{
    return &g_array_index(chunks, struct chunk, index);
}

/* What is known of a text before its lines are chosen. */
struct reading {
    const struct paragraph *p;
    struct places places;
    GArray *sentences; /* of gsize: bytes behind the ends of sentences */
    GArray *edges;     /* of words that no blanks part (base/unparted.h); NULL: there are none */
};

static struct reading reading_of(const struct paragraph *p, PangoLayout *layout)
{
    const struct document *document = p->setter->document;
    return (struct reading){.p = p,
                            .places = places_of(layout),
                            .sentences =
                                sentence_ends(p->text->str, document->lang,
                                              labels_list(document->labels, LABELS_ABBREVIATIONS)),
                            .edges = unparted_edges(p->text->str)};
}

static void reading_clear(struct reading *reading)
{
    places_clear(&reading->places);
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
    chunk->negation = labels_list_has(labels, LABELS_TRAILING_NEGATIONS, seen);
    chunk->number = chunk->number || labels_list_has(labels, LABELS_SPELLED_NUMBERS, seen);
    chunk->sentence = ends_sentence(reading, chunk->end);
    chunk->joined = end > start && !parts_words(g_utf8_get_char(g_utf8_prev_char(end)));
}

/* The characters [from, to) as a chunk, which `start` and `end` point at. */
static struct chunk chunk_of(const struct reading *reading, int from, int to, const char *start,
                             const char *end)
{
    const struct places *places = &reading->places;
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

static GArray *chunks_of(const struct reading *reading)
{
    GArray *chunks = g_array_new(FALSE, FALSE, sizeof(struct chunk));
    const char *start = reading->p->text->str, *c = start;
    bool open = false;
    for (int i = 0, from = 0; i < reading->places.n_chars; i++) {
        c = g_utf8_next_char(c);
        const PangoLogAttr *place = &reading->places.ends[i + 1];
        if (!place->is_line_break && !place->is_mandatory_break && i + 1 < reading->places.n_chars)
            continue;
        struct chunk chunk = chunk_of(reading, from, i + 1, start, c);
        chunk.fact = open = is_in_fact(open, start, c);
        g_array_append_val(chunks, chunk);
        from = i + 1;
        start = c;
    }
    return chunks;
}

static bool ends_there(PangoLayout *layout, const GArray *chunks, const GArray *ends)
{
    guint i = 0;
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next, i++) {
        const PangoLayoutLine *line = l->data;
        gsize end = (gsize)line->start_index + (gsize)line->length;
        if (i >= ends->len || chunk_at(chunks, g_array_index(ends, guint, i) - 1)->end < end)
            return false;
        gsize start = i > 0 ? chunk_at(chunks, g_array_index(ends, guint, i - 1) - 1)->end : 0;
        if ((gsize)line->start_index != start)
            return false;
    }
    return i == ends->len;
}

/* Leaves no places to break at but the chosen ones. */
static void break_at(PangoLayout *layout, const GArray *chunks, const GArray *ends)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(struct range));
    struct range line = {0};
    for (guint i = 0; i < ends->len; i++, line.start = line.end) {
        line.end = chunk_at(chunks, g_array_index(ends, guint, i) - 1)->end;
        g_array_append_val(lines, line);
    }
    whole_keep(layout, lines);
}

static bool is_heading(enum text_kind kind)
{
    return kind == TEXT_TITLE || kind == TEXT_HEADING_2 || kind == TEXT_HEADING_3 ||
           kind == TEXT_HEADING_4 || kind == TEXT_CALLOUT; /* the word at a head, a card's key */
}

static int sum_of_widths(PangoLayout *layout)
{
    int sum = 0;
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next)
        sum += line_width(l->data);
    return sum;
}

static bool has_overfull(PangoLayout *layout)
{
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next)
        if (line_width(l->data) > pango_layout_get_width(layout))
            return true;
    return false;
}

/* Sets the column's width; where Pango needs more lines for it than there were, it stays as it was:
 * letters may be wider beside others. */
static void narrow(PangoLayout *layout, int width)
{
    int lines = pango_layout_get_line_count(layout), full = pango_layout_get_width(layout);
    pango_layout_set_width(layout, width);
    if (pango_layout_get_line_count(layout) > lines || has_overfull(layout))
        pango_layout_set_width(layout, full);
}

/* Narrows the column as far as the number of lines allows: at best to lines of one length. */
static void balance(PangoLayout *layout)
{
    int lines = pango_layout_get_line_count(layout);
    int widest = pango_layout_get_width(layout), narrowest = sum_of_widths(layout) / lines;
    if (lines < 2)
        return;
    struct places places = places_of(layout);
    while (widest - narrowest > PANGO_SCALE) {
        int middle = (narrowest + widest) / 2;
        struct column column = places_fill(&places, middle);
        if (column.lines == lines && !column.overfull)
            widest = middle;
        else
            narrowest = middle;
    }
    places_clear(&places);
    narrow(layout, widest);
}

/* True when the last line is one word, and shorter than `least`. [Pango units] */
static bool ends_with_scrap(const struct column *column, double least)
{
    return column->lines > 1 && column->last < least && column->one_word;
}

/* Narrows the column step by step until no short word stands alone at the end, at best until the
 * last line is not short; where that takes another line, it stays as it was. */
static void drop_scrap(const struct paragraph *p, PangoLayout *layout)
{
    const struct break_costs *costs = setter_trim(p->setter)->breaks;
    int full = pango_layout_get_width(layout);
    double least = costs->scrap * full, best = 1;
    struct places places = places_of(layout);
    const struct column before = places_fill(&places, full);
    bool tries = ends_with_scrap(&before, least) && !before.overfull;
    for (double share = 1 - costs->step; tries && share >= costs->narrowest; share -= costs->step) {
        struct column column = places_fill(&places, (int)(share * full));
        if (column.lines > before.lines || column.overfull)
            break;
        bool longer = column.last >= least;
        if (longer || (best == 1 && !ends_with_scrap(&column, least)))
            best = share;
        tries = !longer;
    }
    places_clear(&places);
    narrow(layout, (int)(best * full));
}

/* Words that have been parted stay as they are, with all lines from the first of them on: their
 * line ends were found one after the other. */
static void keep_parted(const struct paragraph *p, PangoLayout *layout, const GArray *chunks)
{
    if (p->marks->len == 0)
        return;
    guint first = g_array_index(p->marks, struct break_mark, 0).place, i = 0;
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next) {
        const PangoLayoutLine *line = l->data;
        gsize end = (gsize)line->start_index + (gsize)line->length;
        const PangoLayoutLine *next = l->next ? l->next->data : line;
        bool parted = (gsize)next->start_index + (gsize)next->length > first;
        while (i < chunks->len && chunk_at(chunks, i)->end < end)
            i++;
        if (i < chunks->len && parted)
            g_array_index(chunks, struct chunk, i).last = true;
    }
}

static void break_evenly(struct paragraph *p, PangoLayout *layout)
{
    const struct break_costs *costs = setter_trim(p->setter)->breaks;
    double measure = pango_layout_get_width(layout);
    if (pango_layout_get_line_count(layout) < 2)
        return;
    struct reading reading = reading_of(p, layout);
    g_autoptr(GArray) chunks = chunks_of(&reading);
    keep_parted(p, layout, chunks);
    g_autoptr(GArray) ends = breaker_find(chunks, measure, costs, is_heading(p->kind));
    reading_clear(&reading);
    if (!ends)
        return;
    p->mess = p->marks->len == 0 ? breaker_mess(chunks, ends, measure, costs, is_heading(p->kind))
                                 : MESS_NONE;
    if (ends_there(layout, chunks, ends))
        return;
    g_autofree PangoLogAttr *before = whole_places(layout);
    break_at(layout, chunks, ends);
    if (!ends_there(layout, chunks, ends))
        whole_undo(layout, before);
}

void breaking_choose(struct paragraph *p, PangoLayout *layout)
{
    switch (p->setter->profile->breaking[p->kind]) {
    case BREAKING_FULL:
        break;
    case BREAKING_WHOLE:
        if (!p->goes_on)
            drop_scrap(p, layout);
        break;
    case BREAKING_BALANCED:
        if (!p->goes_on)
            balance(layout);
        break;
    case BREAKING_EVEN:
        break_evenly(p, layout);
        break;
    case BREAKING_COUNT:
        g_assert_not_reached();
    }
}
