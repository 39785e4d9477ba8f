/*
 * Text through Pango. The spans of a paragraph are joined, Pango shapes them as one text, and
 * set_line.c cuts the lines back into runs that each belong to one span. Most texts are shaped once
 * and cut into lines; where words are too wide, spaced or turned, Pango breaks the lines itself.
 */
#include "layout/text.h"

#include "base/direction.h"
#include "base/signs.h"
#include "layout/breaking.h"
#include "layout/broken.h"
#include "layout/galley_strip.h"
#include "layout/keeping.h"
#include "layout/leading.h"
#include "layout/lengthy.h"
#include "layout/line_width.h"
#include "layout/lines.h"
#include "layout/paragraph.h"
#include "layout/parting.h"
#include "layout/places.h"
#include "layout/plain.h"
#include "layout/set_line.h"
#include "layout/whole.h"

#include <pango/pango.h>
#include <string.h>

/* A line that is wider than its column by less is not overfull. [Pango units] */
#define TOLERANCE (PANGO_SCALE / 10)

/* A width in points, in Pango units; -1: lines have none. */
static int units_of(const struct paragraph *p, double width)
{
    return width < 0 ? -1 : (int)(width / p->unit + 0.5);
}

static PangoLayout *new_layout(struct paragraph *p, double width, PangoWrapMode wrap)
{
    PangoLayout *layout = pango_layout_new(p->setter->context);
    pango_layout_set_width(layout, units_of(p, width));
    pango_layout_set_wrap(layout, wrap);
    pango_layout_set_attributes(layout, paragraph_attributes(p));
    pango_layout_set_text(layout, p->text->str, (int)p->text->len);
    pango_layout_set_auto_dir(layout, !p->as_document);
    whole_keep(layout, p->whole);
    return layout;
}

static bool is_overfull(const PangoLayoutLine *line)
{
    return line_width(line) > pango_layout_get_width(line->layout) + TOLERANCE;
}

/* The first line that is wider than the layout, or NULL. */
static PangoLayoutLine *overfull_line(PangoLayout *layout)
{
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next)
        if (is_overfull(l->data))
            return l->data;
    return NULL;
}

/* True for characters that end what a reader would call one word. */
static bool ends_word(gunichar c)
{
    switch ((int)g_unichar_break_type(c)) {
    case G_UNICODE_BREAK_IDEOGRAPHIC:
        return true;
    case G_UNICODE_BREAK_NON_BREAKING_GLUE:
        return false;
    default:
        return g_unichar_isspace(c) || direction_is_isolate(c);
    }
}

/* The whole word that holds a byte of the text (a fact may be parted into several lines), cut short
 * when it is very long; owned by the caller. `start`: its first byte among the words. */
static char *word_at(const struct paragraph *p, size_t offset, size_t *start)
{
    enum { LONGEST = 40 };
    const char *words = p->words->str, *first = words + paragraph_to_words(p, offset);
    for (const char *c; (c = g_utf8_find_prev_char(words, first)); first = c)
        if (ends_word(g_utf8_get_char(c)))
            break;
    const char *end = first;
    int length = 0;
    for (; *end && length < LONGEST && (length == 0 || !ends_word(g_utf8_get_char(end))); length++)
        end = g_utf8_next_char(end);
    const char *more = length == LONGEST && *end && !ends_word(g_utf8_get_char(end)) ? "…" : "";
    *start = (size_t)(first - words);
    g_autofree char *word = g_strndup(first, (gsize)(end - first));
    return g_strconcat(word, more, NULL);
}

static void report_overfull(struct paragraph *p, const PangoLayoutLine *line)
{
    size_t start;
    g_autofree char *word = word_at(p, (size_t)line->start_index, &start);
    setter_overflow(p->setter, paragraph_pos(p, paragraph_from_words(p, start)),
                    "'%s' is wider than its line at the smallest size allowed; shorten it", word);
}

/* Says so of words that end a line inside. */
static void note_parted_words(struct paragraph *p, PangoLayout *layout)
{
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next) {
        const PangoLayoutLine *line = l->data;
        const char *text = p->text->str, *end = text + line->start_index + line->length;
        const char *last = g_utf8_find_prev_char(text, end);
        const struct break_mark *mark = last ? paragraph_mark_at(p, (size_t)(last - text)) : NULL;
        size_t start;
        if (!mark || !mark->in_word)
            continue;
        g_autofree char *word = word_at(p, (size_t)(last - text), &start);
        setter_note_parted(p->setter, paragraph_pos(p, paragraph_from_words(p, start)), word);
    }
}

/* After what was kept until now. */
static void note_wide(struct keeping *k, PangoLayout *layout)
{
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next) {
        const PangoLayoutLine *line = l->data;
        size_t start = (size_t)line->start_index;
        struct wide wide = {{start, start + (size_t)line->length}, k->keep - 1};
        if (is_overfull(l->data))
            g_array_append_val(k->wide, wide);
    }
}

/* Lines with facts in one piece; a fact that is wider than its line may be parted, after its pauses
 * first. `least`: what is given up last; `wrap`: where lines end elsewhere. */
static PangoLayout *break_around_facts(struct paragraph *p, double width, enum keep least,
                                       PangoWrapMode wrap)
{
    g_array_set_size(p->whole, 0);
    keeping_references(p);
    guint plain = p->whole->len;
    PangoLayout *layout = NULL;
    g_autoptr(GArray) wide = g_array_new(FALSE, FALSE, sizeof(struct wide));
    struct keeping k = {p, KEEP_FACTS, wide};
    do {
        if (layout)
            note_wide(&k, layout);
        g_clear_object(&layout);
        g_array_set_size(p->whole, plain);
        keeping_apply(&k);
        layout = new_layout(p, width, wrap);
    } while (overfull_line(layout) && k.keep++ < least);
    return layout;
}

static PangoLayout *break_between_words(struct paragraph *p, double width, enum keep least)
{
    return break_around_facts(p, width, least, PANGO_WRAP_WORD);
}

/* Puts marks into what is wider than its line, where a stage knows of places; false when it knows
 * of none. */
static bool part_words(struct paragraph *p, PangoLayout *layout, enum parting_stage stage)
{
    g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(struct break_mark));
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next) {
        const PangoLayoutLine *line = l->data;
        size_t start = (size_t)line->start_index, end = start + (size_t)line->length;
        if (is_overfull(l->data))
            parting_find(p, layout, start, end, stage, marks);
    }
    if (marks->len > 0)
        paragraph_mark(p, marks);
    return marks->len > 0;
}

/* Breaks lines anew with the marks of a stage, where there are any. */
static void break_again(struct paragraph *p, double width, enum parting_stage stage,
                        enum keep least, PangoLayout **layout)
{
    if (p->setter->parting <= PARTING_NONE || !overfull_line(*layout) ||
        !part_words(p, *layout, stage))
        return;
    g_object_unref(*layout);
    *layout = break_between_words(p, width, least);
}

/* Between words, or inside those that are wider than the line; at last, where the desk allows it,
 * anywhere: there is no better place. */
static PangoLayout *break_lines(struct paragraph *p, double width)
{
    bool whole = p->setter->parting == PARTING_NOTHING;
    PangoLayout *layout = break_between_words(p, width, whole ? KEEP_FACTS : KEEP_SCHEMES);
    break_again(p, width, PARTING_SIGNS, KEEP_SCHEMES, &layout);
    if (overfull_line(layout) && !whole) {
        g_object_unref(layout);
        layout = break_between_words(p, width, KEEP_NOTHING);
    }
    break_again(p, width, PARTING_PATTERNS, KEEP_NOTHING, &layout);
    if (p->setter->parting == PARTING_ANYWHERE)
        break_again(p, width, PARTING_LETTERS, KEEP_NOTHING, &layout);
    if (overfull_line(layout) && p->setter->parting == PARTING_ANYWHERE) {
        g_object_unref(layout);
        layout = break_around_facts(p, width, KEEP_NOTHING, PANGO_WRAP_WORD_CHAR);
    }
    if (overfull_line(layout))
        report_overfull(p, overfull_line(layout));
    if (p->marks->len > 0)
        note_parted_words(p, layout);
    return layout;
}

/* In no column; NULL where its lines cannot be cut. */
static struct shaped *shape_anew(struct paragraph *p)
{
    struct shaped *plain = plain_shape(p);
    if (plain)
        return plain;
    g_autoptr(PangoLayout) layout = new_layout(p, -1, PANGO_WRAP_WORD);
    return lines_may_be_cut(layout) ? shaped_of(layout) : NULL;
}

/* Shaped with facts in one piece, as it was before or anew, a reference of the caller's; NULL where
 * its lines cannot be cut. */
static struct shaped *shape(struct paragraph *p)
{
    struct shaped *shaped = broken_find_shaped(p);
    if (shaped || !(shaped = shape_anew(p)))
        return shaped;
    g_autoptr(GArray) wide = g_array_new(FALSE, FALSE, sizeof(struct wide));
    struct keeping k = {p, KEEP_FACTS, wide};
    keeping_references(p);
    keeping_apply(&k);
    whole_keep_shaped(shaped, p->whole);
    broken_remember_shaped(p, shaped);
    return shaped;
}

/* Shaped once; NULL where Pango must break lines: words are wider than theirs, letters are spaced,
 * which Pango undoes at the ends of lines, or some read from the right. */
static struct lines *cut_lines(struct paragraph *p, int width)
{
    if (p->tracking > 0 || p->setter->document->rtl || direction_has_rtl(p->text->str))
        return NULL;
    struct shaped *shaped = shape(p);
    if (!shaped)
        return NULL;
    g_autoptr(GArray) ends = breaking_ends(p, shaped, width);
    struct lines *lines = ends ? lines_cut(shaped, ends) : NULL;
    shaped_unref(shaped);
    return lines;
}

/* Broken by Pango, and then as its kind of text is. Sets whether there is nothing to say of it. */
static struct lines *broken_lines(struct paragraph *p, double width, bool *plain)
{
    PangoLayout *layout = break_lines(p, width);
    *plain = p->marks->len == 0 && !overfull_line(layout);
    breaking_choose(p, layout);
    return lines_of(layout);
}

/* As its kind of text has them, or as they were before. Sets whether there is nothing to say of
 * them. */
static struct lines *set_lines(struct paragraph *p, double width, bool *plain)
{
    int units = units_of(p, width);
    struct lines *lines = broken_find_lines(p, units);
    *plain = true;
    if (lines)
        return lines;
    lines = cut_lines(p, units);
    if (!lines)
        lines = broken_lines(p, width, plain);
    if (*plain)
        broken_remember_lines(p, units, lines);
    return lines;
}

/* At least two lines of a paragraph stay together at either side of a break (rule T12). */
static void keep_together(GPtrArray *strips)
{
    if (strips->len < 2)
        return;
    ((struct strip *)strips->pdata[0])->keep = true;
    ((struct strip *)strips->pdata[strips->len - 2])->keep = true;
}

/* The first lines as a galley, the caller's. */
static struct galley *galley_of(struct paragraph *p, GSList *lines, guint n,
                                const struct column_key *column)
{
    struct galley *galley = galley_new(p->tracking, n);
    galley->mess = p->mess;
    for (GSList *l = lines; l && n > 0; l = l->next, n--) {
        line_drop_marks(p, l->data);
        set_line(p, l->data, column->width, column->alignment, galley);
    }
    return galley;
}

/* The piece of a text that p is of, the caller's. `end`: gets the byte of it that the next one
 * begins at. */
static struct galley *set_piece(struct paragraph *p, const struct column_key *column, size_t *end)
{
    bool plain;
    struct lines *lines = set_lines(p, column->width, &plain);
    guint n = p->goes_on ? lengthy_lines(p, lines) : g_slist_length(lines->list);
    const PangoLayoutLine *next = g_slist_nth_data(lines->list, n);
    *end = next ? (size_t)next->start_index : p->text->len;
    struct galley *galley = galley_of(p, lines->list, n, column);
    galley->flawed = galley->flawed || !plain;
    lines_unref(lines);
    return galley;
}

/* What comes next of a text: what is not its end is set each time, as it says where the next piece
 * begins. */
static struct galley *set_next(struct setter *setter, struct lengthy *text, const GPtrArray *piece,
                               const struct column_key *column, bool *as_document)
{
    struct known *known = broken_known(setter, piece, text->kind, !text->last, *as_document);
    struct galley *galley = text->last ? broken_find_galley(known, column) : NULL;
    struct paragraph p;
    size_t end;
    if (galley)
        return galley;
    paragraph_init(&p, setter, piece, text->kind);
    p.known = known;
    p.goes_on = !text->last;
    p.as_document = *as_document = *as_document || p.as_document;
    galley = set_piece(&p, column, &end);
    if (text->last)
        broken_remember_galley(setter->broken, known, column, galley);
    else
        lengthy_go_on(text, &p, end);
    paragraph_clear(&p);
    return galley;
}

GPtrArray *text_set(struct setter *setter, const GPtrArray *spans, enum text_kind kind,
                    double width, enum alignment alignment)
{
    GPtrArray *strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    const struct column_key column = {width, setter_size(setter, kind), alignment};
    struct lengthy text = lengthy_of(spans, kind);
    bool as_document = false;
    do {
        g_autoptr(GPtrArray) piece = lengthy_piece(&text);
        struct galley *galley = set_next(setter, &text, piece, &column, &as_document);
        setter->mess = MAX(setter->mess, galley->mess);
        for (guint i = 0; i < galley->lines->len; i++)
            g_ptr_array_add(strips, galley_strip(galley, i, setter, piece, kind));
        galley_unref(galley);
    } while (!text.last);
    keep_together(strips);
    if (setter->gaps)
        leading_even(setter, strips);
    return strips;
}

/* What no line end parts, of a text in no column; a reference of the caller's. */
static GArray *measure_pieces(struct paragraph *p)
{
    struct shaped *plain = p->tracking > 0 || p->setter->document->rtl ? NULL : plain_shape(p);
    g_autoptr(PangoLayout) line = NULL;
    struct places places;
    keeping_facts(p);
    if (plain) {
        whole_keep_shaped(plain, p->whole);
        places = places_shaped(plain);
        shaped_unref(plain);
    } else {
        line = new_layout(p, -1, PANGO_WRAP_WORD);
        places = places_of(line);
    }
    GArray *pieces = g_array_ref(places.pieces);
    places_clear(&places);
    return pieces;
}

/* What no line end parts (of struct places_piece), as it was before or measured; a reference of the
 * caller's. */
static GArray *pieces_of(struct setter *setter, const GPtrArray *spans, enum text_kind kind)
{
    struct known *known = broken_known(setter, spans, kind, false, false);
    GArray *pieces = broken_find_pieces(known);
    struct paragraph p;
    if (pieces)
        return pieces;
    paragraph_init(&p, setter, spans, kind);
    pieces = measure_pieces(&p);
    broken_remember_pieces(setter->broken, known, pieces);
    paragraph_clear(&p);
    return pieces;
}

/* [pt] of a Pango unit. */
static double unit_of(const struct setter *setter, enum text_kind kind)
{
    return setter_size(setter, kind) / (SHAPING_EM * PANGO_SCALE);
}

struct text_widths text_widths(struct setter *setter, const GPtrArray *spans, enum text_kind kind)
{
    g_autoptr(GArray) pieces = pieces_of(setter, spans, kind);
    double unit = unit_of(setter, kind);
    int word = 0, widest = 0, line = 0;
    for (guint i = 0; i < pieces->len; i++) {
        const struct places_piece *piece = &g_array_index(pieces, struct places_piece, i);
        line += piece->width + piece->blank;
        word = MAX(word, places_own_width(piece));
        widest = MAX(widest, line);
        line = piece->last ? 0 : line;
    }
    return (struct text_widths){word * unit, widest * unit};
}

GArray *text_stretches(struct setter *setter, const GPtrArray *spans, enum text_kind kind)
{
    GArray *stretches = g_array_new(FALSE, FALSE, sizeof(struct text_stretch));
    g_autoptr(GArray) pieces = pieces_of(setter, spans, kind);
    double unit = unit_of(setter, kind);
    for (guint i = 0; i < pieces->len; i++) {
        const struct places_piece *piece = &g_array_index(pieces, struct places_piece, i);
        struct text_stretch stretch = {places_own_width(piece) * unit,
                                       piece->last ? 0 : piece->blank * unit, piece->last};
        g_array_append_val(stretches, stretch);
    }
    return stretches;
}

double text_line_end(const struct strip *line)
{
    double end = 0;
    for (guint i = 0; i < line->items->len; i++) {
        const struct item *item = &g_array_index(line->items, struct item, i);
        if (item->kind == ITEM_RUN)
            end = MAX(end, item->as.run.x + item->as.run.width);
    }
    return end;
}

double text_line_start(const struct strip *line)
{
    double start = G_MAXDOUBLE;
    for (guint i = 0; i < line->items->len; i++) {
        const struct item *item = &g_array_index(line->items, struct item, i);
        if (item->kind == ITEM_RUN)
            start = MIN(start, item->as.run.x);
    }
    return start == G_MAXDOUBLE ? 0 : start;
}
