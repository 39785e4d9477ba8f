/*
 * The lines of a paragraph, as its kind of text has them: narrower columns, or the breaker's choice
 * among the places that Pango offers.
 */
#include "layout/breaking.h"

#include "layout/breaker.h"
#include "layout/chunks.h"
#include "layout/line_width.h"
#include "layout/places.h"
#include "layout/whole.h"

#include <string.h>

static const struct chunk *chunk_at(const GArray *chunks, guint index)
{
    return &g_array_index(chunks, struct chunk, index);
}

static gsize end_at(const GArray *ends, guint index)
{
    return g_array_index(ends, gsize, index);
}

/* True when the layout's lines end at those bytes. */
static bool ends_there(PangoLayout *layout, const GArray *ends)
{
    guint i = 0;
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next, i++) {
        const PangoLayoutLine *line = l->data;
        gsize start = (gsize)line->start_index, end = start + (gsize)line->length;
        if (i >= ends->len || end_at(ends, i) < end || start != (i > 0 ? end_at(ends, i - 1) : 0))
            return false;
    }
    return i == ends->len;
}

/* Leaves no places to break at but those bytes. */
static void break_at(PangoLayout *layout, const GArray *ends)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(struct range));
    struct range line = {0};
    for (guint i = 0; i < ends->len; i++, line.start = line.end) {
        line.end = end_at(ends, i);
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

/* The narrowest column with as many lines: at best they are of one length. `sum`: of the widths of
 * all lines, as they are in a column as wide as `widest`. */
static int balanced_width(const struct places *places, int lines, int widest, int sum)
{
    int narrowest = sum / lines;
    while (widest - narrowest > PANGO_SCALE) {
        int middle = (narrowest + widest) / 2;
        struct column column = places_fill(places, middle, NULL);
        if (column.lines == lines && !column.overfull)
            widest = middle;
        else
            narrowest = middle;
    }
    return widest;
}

static void balance(PangoLayout *layout)
{
    int lines = pango_layout_get_line_count(layout);
    if (lines < 2)
        return;
    struct places places = places_of(layout);
    int width =
        balanced_width(&places, lines, pango_layout_get_width(layout), sum_of_widths(layout));
    places_clear(&places);
    narrow(layout, width);
}

/* True when the last line is one word, and shorter than `least`. [Pango units] */
static bool ends_with_scrap(const struct column *column, double least)
{
    return column->lines > 1 && column->last < least && column->one_word;
}

/* Of columns narrower step by step the first in which no short word stands alone at the end, at
 * best the last line is not short; where that takes another line, the full one. */
static int scrapless_width(const struct paragraph *p, const struct places *places, int full)
{
    const struct break_costs *costs = setter_trim(p->setter)->breaks;
    double least = costs->scrap * full, best = 1;
    const struct column before = places_fill(places, full, NULL);
    bool tries = ends_with_scrap(&before, least) && !before.overfull;
    for (double share = 1 - costs->step; tries && share >= costs->narrowest; share -= costs->step) {
        struct column column = places_fill(places, (int)(share * full), NULL);
        if (column.lines > before.lines || column.overfull)
            break;
        bool longer = column.last >= least;
        if (longer || (best == 1 && !ends_with_scrap(&column, least)))
            best = share;
        tries = !longer;
    }
    return (int)(best * full);
}

static void drop_scrap(const struct paragraph *p, PangoLayout *layout)
{
    struct places places = places_of(layout);
    int width = scrapless_width(p, &places, pango_layout_get_width(layout));
    places_clear(&places);
    narrow(layout, width);
}

/* Words that have been parted stay as they are, with all lines from the first of them on: their
 * line ends were found one after the other. */
static void keep_parted(const struct paragraph *p, PangoLayout *layout, const GArray *chunks)
{
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

/* The breaker's choice: the byte behind each line (of gsize); NULL: a word is wider. `parted`: the
 * layout with words that have been parted, or NULL. */
static GArray *even_ends(struct paragraph *p, PangoLayout *parted, const struct places *places,
                         int width)
{
    const struct break_costs *costs = setter_trim(p->setter)->breaks;
    bool heading = is_heading(p->kind);
    g_autoptr(GArray) chunks = chunks_of(p, places);
    if (parted)
        keep_parted(p, parted, chunks);
    g_autoptr(GArray) chosen = breaker_find(chunks, width, costs, heading);
    if (!chosen)
        return NULL;
    if (p->marks->len == 0)
        p->mess = breaker_mess(chunks, chosen, width, costs, heading);
    GArray *ends = g_array_new(FALSE, FALSE, sizeof(gsize));
    for (guint i = 0; i < chosen->len; i++)
        g_array_append_val(ends, chunk_at(chunks, g_array_index(chosen, guint, i) - 1)->end);
    return ends;
}

static void break_evenly(struct paragraph *p, PangoLayout *layout)
{
    if (pango_layout_get_line_count(layout) < 2)
        return;
    struct places places = places_of(layout);
    PangoLayout *parted = p->marks->len > 0 ? layout : NULL;
    g_autoptr(GArray) ends = even_ends(p, parted, &places, pango_layout_get_width(layout));
    places_clear(&places);
    if (!ends || ends_there(layout, ends))
        return;
    g_autofree PangoLogAttr *before = whole_places(layout);
    break_at(layout, ends);
    if (!ends_there(layout, ends))
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

/* Of the lines of a column; a blank that one was broken at is not in it. */
static int sum_of_lines(const struct places *places, const GArray *ends)
{
    int sum = 0, at = 0;
    const char *from = places->text;
    for (guint i = 0; i < ends->len; i++) {
        const char *end = places->text + end_at(ends, i);
        int behind = at + (int)g_utf8_pointer_to_offset(from, end);
        const PangoLogAttr *place = &places->ends[behind];
        bool hangs = *end && !place->is_mandatory_break && (place - 1)->is_white;
        for (; at < behind; at++)
            sum += hangs && at + 1 == behind ? 0 : places->widths[at];
        from = end;
    }
    return sum;
}

/* In a column narrower than the one that lines fill at `ends`, as the kind of text has it. */
static int chosen_width(const struct paragraph *p, const struct places *places, int width,
                        const GArray *ends)
{
    switch (p->setter->profile->breaking[p->kind]) {
    case BREAKING_FULL:
    case BREAKING_EVEN:
        return width;
    case BREAKING_WHOLE:
        return scrapless_width(p, places, width);
    case BREAKING_BALANCED:
        return balanced_width(places, (int)ends->len, width, sum_of_lines(places, ends));
    case BREAKING_COUNT:
        break;
    }
    g_assert_not_reached();
}

static GArray *find_ends(struct paragraph *p, const struct places *places, int width)
{
    g_autoptr(GArray) ends = g_array_new(FALSE, FALSE, sizeof(gsize));
    if (places_fill(places, width, ends).overfull)
        return NULL;
    bool even = p->setter->profile->breaking[p->kind] == BREAKING_EVEN;
    GArray *chosen = even && ends->len > 1 ? even_ends(p, NULL, places, width) : NULL;
    if (chosen)
        return chosen;
    bool whole = ends->len > 1 && !p->goes_on;
    int narrow = whole ? chosen_width(p, places, width, ends) : width;
    if (narrow < width)
        places_fill(places, narrow, ends);
    return g_steal_pointer(&ends);
}

GArray *breaking_ends(struct paragraph *p, const struct shaped *shaped, int width)
{
    struct places places = places_shaped(shaped);
    GArray *ends = find_ends(p, &places, width);
    places_clear(&places);
    return ends;
}
