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
#include "layout/dashes.h"

#include <string.h>

static const struct chunk *chunk_at(const GArray *chunks, guint index)
{
    return &g_array_index(chunks, struct chunk, index);
}

/* Characters of the text with their widths and what Pango says of the places before them. */
struct reading {
    const struct paragraph *p;
    const PangoLogAttr *places; /* one more than there are characters */
    int n_chars;
    int *widths;       /* [Pango units] */
    int blank;         /* of a blank that no line ends with */
    GArray *sentences; /* of gsize: bytes behind the ends of sentences */
    GArray *edges;     /* of words that no blanks part (base/unparted.h); NULL: there are none */
};

/* Pango takes the blank at a line's end for nothing, so its width is looked up elsewhere. */
static void read_widths(struct reading *reading, PangoLayout *layout)
{
    const char *text = reading->p->text->str;
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next)
        for (GSList *r = ((PangoLayoutLine *)l->data)->runs; r; r = r->next) {
            PangoGlyphItem *run = r->data;
            const char *start = text + run->item->offset;
            int *widths = reading->widths + g_utf8_pointer_to_offset(text, start);
            pango_glyph_item_get_logical_widths(run, text, widths);
            for (int i = 0; i < run->item->num_chars; i++, start = g_utf8_next_char(start))
                if (*start == ' ')
                    reading->blank = MAX(reading->blank, widths[i]);
        }
}

/* Where every blank ends a line, none of the lines tells how wide a blank is. */
static void read_blank(struct reading *reading, PangoLayout *layout)
{
    if (reading->blank > 0 || !strchr(reading->p->text->str, ' '))
        return;
    g_autoptr(PangoLayout) whole = pango_layout_copy(layout);
    pango_layout_set_width(whole, -1);
    read_widths(reading, whole);
}

static struct reading reading_of(const struct paragraph *p, PangoLayout *layout)
{
    struct reading reading = {.p = p};
    int places;
    reading.places = pango_layout_get_log_attrs_readonly(layout, &places);
    reading.n_chars = places - 1;
    reading.widths = g_new0(int, places);
    const struct document *document = p->setter->document;
    reading.sentences = sentence_ends(p->text->str, document->lang,
                                      labels_list(document->labels, LABELS_ABBREVIATIONS));
    reading.edges = unparted_edges(p->text->str);
    read_widths(&reading, layout);
    read_blank(&reading, layout);
    return reading;
}

static void reading_clear(struct reading *reading)
{
    g_free(reading->widths);
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

/* Between two letters of scripts without blanks, and not between two words; or behind a word that
 * stretches to the next. */
static bool is_within_word(const struct reading *reading, const char *end)
{
    const char *text = reading->p->text->str;
    gunichar last = end > text ? g_utf8_get_char(g_utf8_prev_char(end)) : ' ';
    if (last == ' ' && end - 1 > text)
        return g_utf8_get_char(g_utf8_prev_char(end - 1)) == TATWEEL;
    int at = (int)(end - text);
    return reading->edges && words_unparted(last) && words_unparted(g_utf8_get_char(end)) &&
           !g_array_binary_search(reading->edges, &at, compare_ints, NULL);
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
    chunk->number = chunk->number || labels_list_has(labels, LABELS_SPELLED_NUMBERS, seen);
    chunk->sentence = ends_sentence(reading, chunk->end);
    chunk->joined = end > start && !parts_words(g_utf8_get_char(g_utf8_prev_char(end)));
}

/* The characters [from, to) as a chunk, which `start` and `end` point at. */
static struct chunk chunk_of(const struct reading *reading, int from, int to, const char *start,
                             const char *end)
{
    struct chunk chunk = {.end = (gsize)(end - reading->p->text->str),
                          .last = reading->places[to].is_mandatory_break || to == reading->n_chars};
    const char *c = start;
    for (int i = from; i < to; i++, c = g_utf8_next_char(c)) {
        int width = *c == ' ' ? MAX(reading->widths[i], reading->blank) : reading->widths[i];
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
    for (int i = 0, from = 0; i < reading->n_chars; i++) {
        c = g_utf8_next_char(c);
        const PangoLogAttr *place = &reading->places[i + 1];
        if (!place->is_line_break && !place->is_mandatory_break && i + 1 < reading->n_chars)
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

/* The same text with no places to break at but the chosen ones. */
static PangoLayout *break_at(PangoLayout *layout, const GArray *chunks, const GArray *ends)
{
    PangoLayout *other = pango_layout_copy(layout);
    PangoAttrList *attributes = pango_attr_list_copy(pango_layout_get_attributes(layout));
    gsize start = 0;
    for (guint i = 0; i < ends->len; i++) {
        PangoAttribute *whole = pango_attr_allow_breaks_new(FALSE);
        gsize end = chunk_at(chunks, g_array_index(ends, guint, i) - 1)->end;
        whole->start_index = (guint)start;
        whole->end_index = (guint)end;
        pango_attr_list_insert(attributes, whole);
        start = end;
    }
    pango_layout_set_attributes(other, attributes);
    pango_attr_list_unref(attributes);
    dashes_keep(other);
    return other;
}

static bool is_heading(enum text_kind kind)
{
    return kind == TEXT_TITLE || kind == TEXT_HEADING_2 || kind == TEXT_HEADING_3 ||
           kind == TEXT_HEADING_4 || kind == TEXT_CALLOUT; /* the word at a head, a card's key */
}

static bool is_overfull(const PangoLayoutLine *line)
{
    PangoRectangle extents;
    pango_layout_line_get_extents((PangoLayoutLine *)line, NULL, &extents);
    return extents.width > pango_layout_get_width(line->layout);
}

static bool has_overfull(PangoLayout *layout)
{
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next)
        if (is_overfull(l->data))
            return true;
    return false;
}

static int sum_of_widths(PangoLayout *layout)
{
    int sum = 0;
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next) {
        PangoRectangle extents;
        pango_layout_line_get_extents(l->data, NULL, &extents);
        sum += extents.width;
    }
    return sum;
}

/* Narrows the column as far as the number of lines allows: at best to lines of one length. */
static void balance(PangoLayout *layout)
{
    int lines = pango_layout_get_line_count(layout);
    int widest = pango_layout_get_width(layout), narrowest = sum_of_widths(layout) / lines;
    while (lines > 1 && widest - narrowest > PANGO_SCALE) {
        int middle = (narrowest + widest) / 2;
        pango_layout_set_width(layout, middle);
        if (pango_layout_get_line_count(layout) == lines && !has_overfull(layout))
            widest = middle;
        else
            narrowest = middle;
    }
    pango_layout_set_width(layout, widest);
}

static const PangoLayoutLine *last_line(PangoLayout *layout)
{
    return pango_layout_get_line_readonly(layout, pango_layout_get_line_count(layout) - 1);
}

/* [Pango units] */
static int last_width(PangoLayout *layout)
{
    PangoRectangle extents;
    pango_layout_line_get_extents((PangoLayoutLine *)last_line(layout), NULL, &extents);
    return extents.width;
}

/* True when the last line is one word, and shorter than `least`. [Pango units] */
static bool ends_with_scrap(const struct paragraph *p, PangoLayout *layout, double least)
{
    const PangoLayoutLine *line = last_line(layout);
    g_autofree char *words = g_strndup(p->text->str + line->start_index, (gsize)line->length);
    return pango_layout_get_line_count(layout) > 1 && last_width(layout) < least &&
           !strchr(g_strstrip(words), ' ');
}

/* Narrows the column step by step until no short word stands alone at the end, at best until the
 * last line is not short; where that takes another line, it stays as it was. */
static void drop_scrap(const struct paragraph *p, PangoLayout *layout)
{
    const struct break_costs *costs = setter_trim(p->setter)->breaks;
    int lines = pango_layout_get_line_count(layout), full = pango_layout_get_width(layout);
    double least = costs->scrap * full, best = 1;
    if (!ends_with_scrap(p, layout, least) || has_overfull(layout))
        return;
    for (double share = 1 - costs->step; share >= costs->narrowest; share -= costs->step) {
        pango_layout_set_width(layout, (int)(share * full));
        if (pango_layout_get_line_count(layout) > lines || has_overfull(layout))
            break;
        bool longer = last_width(layout) >= least;
        if (longer || (best == 1 && !ends_with_scrap(p, layout, least)))
            best = share;
        if (longer)
            break;
    }
    pango_layout_set_width(layout, (int)(best * full));
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

static void break_evenly(struct paragraph *p, PangoLayout **layout)
{
    const struct break_costs *costs = setter_trim(p->setter)->breaks;
    double measure = pango_layout_get_width(*layout);
    if (pango_layout_get_line_count(*layout) < 2)
        return;
    struct reading reading = reading_of(p, *layout);
    g_autoptr(GArray) chunks = chunks_of(&reading);
    keep_parted(p, *layout, chunks);
    g_autoptr(GArray) ends = breaker_find(chunks, measure, costs, is_heading(p->kind));
    reading_clear(&reading);
    if (!ends)
        return;
    p->scrappy = p->marks->len == 0 && !breaker_is_clean(chunks, ends, measure, costs);
    if (ends_there(*layout, chunks, ends))
        return;
    PangoLayout *even = break_at(*layout, chunks, ends);
    bool done = ends_there(even, chunks, ends);
    PangoLayout *other = done ? *layout : even;
    *layout = done ? even : *layout;
    g_object_unref(other);
}

void breaking_choose(struct paragraph *p, PangoLayout **layout)
{
    switch (p->setter->profile->breaking[p->kind]) {
    case BREAKING_FULL:
        break;
    case BREAKING_WHOLE:
        drop_scrap(p, *layout);
        break;
    case BREAKING_BALANCED:
        balance(*layout);
        break;
    case BREAKING_EVEN:
        break_evenly(p, layout);
        break;
    case BREAKING_COUNT:
        g_assert_not_reached();
    }
}
