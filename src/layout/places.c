#include "layout/places.h"

#include "base/letter.h"

#include <string.h>

/* Each of its characters has one glyph, and the first of them the first. */
static bool is_simple(const PangoGlyphItem *run)
{
    const PangoGlyphString *glyphs = run->glyphs;
    int n = glyphs->num_glyphs;
    bool simple = n == run->item->num_chars && run->item->analysis.level % 2 == 0;
    for (int i = 1; simple && i < n; i++)
        simple = glyphs->log_clusters[i] > glyphs->log_clusters[i - 1];
    return simple;
}

static void read_simple_run(struct places *places, const PangoGlyphItem *run, int *widths)
{
    const PangoGlyphString *glyphs = run->glyphs;
    const char *text = places->text + run->item->offset;
    int blank = places->blank;
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        widths[i] = glyphs->glyphs[i].geometry.width;
        if (text[glyphs->log_clusters[i]] == ' ')
            blank = MAX(blank, widths[i]);
    }
    places->blank = blank;
}

static void read_run(struct places *places, PangoGlyphItem *run, int *widths)
{
    if (is_simple(run)) {
        read_simple_run(places, run, widths);
        return;
    }
    const char *c = places->text + run->item->offset;
    pango_glyph_item_get_logical_widths(run, places->text, widths);
    for (int i = 0; i < run->item->num_chars; i++, c = g_utf8_next_char(c))
        if (*c == ' ')
            places->blank = MAX(places->blank, widths[i]);
}

/* Of runs of the text from `start` on. Pango takes the blank at a line's end for nothing, so its
 * width is looked up elsewhere. */
static void read_runs(struct places *places, const GSList *runs, const char *start, int *widths)
{
    for (const GSList *r = runs; r; r = r->next) {
        PangoGlyphItem *run = r->data;
        const char *begins = places->text + run->item->offset;
        widths += g_utf8_pointer_to_offset(start, begins); /* back where it reads so */
        start = begins;
        read_run(places, run, widths);
    }
}

static void read_widths(struct places *places, PangoLayout *layout)
{
    const char *from = places->text;
    int *widths = places->widths;
    for (GSList *l = pango_layout_get_lines_readonly(layout); l; l = l->next) {
        const PangoLayoutLine *line = l->data;
        const char *start = places->text + line->start_index;
        widths += g_utf8_pointer_to_offset(from, start);
        from = start;
        read_runs(places, line->runs, start, widths);
    }
}

/* Where every blank ends a line, none of the lines tells how wide a blank is. */
static void read_blank(struct places *places, PangoLayout *layout)
{
    if (places->blank > 0 || !strchr(places->text, ' '))
        return;
    g_autoptr(PangoLayout) whole = pango_layout_copy(layout);
    pango_layout_set_width(whole, -1);
    read_widths(places, whole);
}

static bool is_blank(const char *c)
{
    guchar byte = (guchar)*c;
    bool letter = byte > ' ' && LETTER_IS_ASCII(byte); /* as nearly all are */
    return !letter && letter_is_space(letter_at(c));
}

/* The piece from the character at `index` on, which `*index` is set behind, of the text at `c`. */
static struct places_piece read_piece(const struct places *places, const char *c, int *index)
{
    struct places_piece piece = {0};
    int i = *index;
    bool ends = false;
    for (; !ends; i++) {
        int own = places->widths[i] == 0 && *c == ' ' ? places->blank /* a line ended with it */
                                                      : places->widths[i];
        const PangoLogAttr *end = &places->ends[i + 1];
        if (is_blank(c)) {
            piece.blank += own;
        } else {
            piece.spaced = piece.spaced || (piece.width > 0 && piece.blank > 0);
            piece.width += piece.blank + own;
            piece.blank = 0;
        }
        c = g_utf8_next_char(c);
        piece.last = end->is_mandatory_break || i + 1 == places->n_chars;
        ends = end->is_line_break || piece.last;
    }
    piece.end = (guint)(c - places->text);
    *index = i;
    return piece;
}

static void read_pieces(struct places *places)
{
    places->pieces =
        g_array_sized_new(FALSE, FALSE, sizeof(struct places_piece), (guint)places->n_chars / 4);
    gsize at = 0;
    for (int i = 0; i < places->n_chars;) {
        struct places_piece piece = read_piece(places, places->text + at, &i);
        g_array_append_val(places->pieces, piece);
        at = piece.end;
    }
}

struct places places_of(PangoLayout *layout)
{
    struct places places = {.text = pango_layout_get_text(layout)};
    int ends;
    places.ends = pango_layout_get_log_attrs_readonly(layout, &ends);
    places.n_chars = ends - 1;
    places.widths = g_new0(int, ends);
    read_widths(&places, layout);
    read_blank(&places, layout);
    read_pieces(&places);
    return places;
}

struct places places_shaped(const struct shaped *shaped)
{
    struct places places = {
        .text = shaped->text, .ends = shaped->places, .n_chars = shaped->n_chars};
    places.widths = g_new0(int, places.n_chars + 1);
    read_runs(&places, shaped->runs, shaped->text, places.widths);
    read_pieces(&places);
    return places;
}

void places_clear(struct places *places)
{
    g_clear_pointer(&places->widths, g_free);
    g_clear_pointer(&places->pieces, g_array_unref);
}

int places_own_width(const struct places_piece *piece)
{
    return piece->width + (piece->last ? piece->blank : 0);
}

/* Adds a piece to the column, behind the `before` of its last line with the blanks at its end. */
static void add_piece(struct column *column, const struct places_piece *piece, int width,
                      struct places_piece *before)
{
    int own = places_own_width(piece), room = before->width + before->blank;
    bool begins = column->lines == 0 || before->last || room + own > width;
    column->lines += begins ? 1 : 0;
    column->one_word = (begins || (column->one_word && before->blank == 0)) && !piece->spaced;
    column->overfull = column->overfull || own > width;
    column->last = begins ? own : room + own;
    *before = *piece;
    before->width = column->last;
}

struct column places_fill(const struct places *places, int width, GArray *ends)
{
    struct column column = {0};
    struct places_piece before = {0};
    if (ends)
        g_array_set_size(ends, 0);
    for (guint i = 0; i < places->pieces->len; i++) {
        int lines = column.lines;
        gsize start = before.end;
        add_piece(&column, &g_array_index(places->pieces, struct places_piece, i), width, &before);
        if (ends && lines > 0 && column.lines > lines)
            g_array_append_val(ends, start);
    }
    gsize end = before.end;
    if (ends)
        g_array_append_val(ends, end);
    return column;
}
