#include "layout/places.h"

#include "base/letter.h"

#include <string.h>

/* Of runs of the text from `start` on. Pango takes the blank at a line's end for nothing, so its
 * width is looked up elsewhere. */
static void read_runs(struct places *places, const GSList *runs, const char *start, int *widths)
{
    for (const GSList *r = runs; r; r = r->next) {
        PangoGlyphItem *run = r->data;
        const char *c = places->text + run->item->offset;
        int *own = widths + g_utf8_pointer_to_offset(start, c);
        pango_glyph_item_get_logical_widths(run, places->text, own);
        for (int i = 0; i < run->item->num_chars; i++, c = g_utf8_next_char(c))
            if (*c == ' ')
                places->blank = MAX(places->blank, own[i]);
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

struct places places_of(PangoLayout *layout)
{
    struct places places = {.text = pango_layout_get_text(layout)};
    int ends;
    places.ends = pango_layout_get_log_attrs_readonly(layout, &ends);
    places.n_chars = ends - 1;
    places.widths = g_new0(int, ends);
    read_widths(&places, layout);
    read_blank(&places, layout);
    return places;
}

struct places places_shaped(const struct shaped *shaped)
{
    struct places places = {
        .text = shaped->text, .ends = shaped->places, .n_chars = shaped->n_chars};
    places.widths = g_new0(int, places.n_chars + 1);
    read_runs(&places, shaped->runs, shaped->text, places.widths);
    return places;
}

void places_clear(struct places *places)
{
    g_clear_pointer(&places->widths, g_free);
}

static void add_char(struct places_piece *piece, gunichar c, int width)
{
    bool blank = letter_is_space(c);
    piece->spaced = piece->spaced || (!blank && piece->width > 0 && piece->blank > 0);
    piece->width += blank ? 0 : piece->blank + width;
    piece->blank = blank ? piece->blank + width : 0;
}

/* How far a text has been read; zeros: not at all. */
struct reading {
    int chars;
    gsize bytes;
};

/* The next piece of the text; false behind the last one. */
static bool read_piece(const struct places *places, struct reading *reading,
                       struct places_piece *piece)
{
    *piece = (struct places_piece){0};
    if (reading->chars == places->n_chars)
        return false;
    const PangoLogAttr *end;
    do {
        const char *c = places->text + reading->bytes;
        int own = places->widths[reading->chars++];
        if (own == 0 && *c == ' ') /* a line ended with it */
            own = places->blank;
        add_char(piece, letter_at(c), own);
        reading->bytes = (gsize)(g_utf8_next_char(c) - places->text);
        end = &places->ends[reading->chars];
        piece->last = end->is_mandatory_break || reading->chars == places->n_chars;
    } while (!end->is_line_break && !piece->last);
    return true;
}

GArray *places_pieces(const struct places *places)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(struct places_piece));
    struct reading reading = {0};
    for (struct places_piece piece; read_piece(places, &reading, &piece);)
        g_array_append_val(pieces, piece);
    return pieces;
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
    *before = (struct places_piece){column->last, piece->blank, piece->spaced, piece->last};
}

struct column places_fill(const struct places *places, int width, GArray *ends)
{
    struct column column = {0};
    struct places_piece piece, before = {0};
    struct reading reading = {0};
    if (ends)
        g_array_set_size(ends, 0);
    for (gsize start = 0; read_piece(places, &reading, &piece); start = reading.bytes) {
        int lines = column.lines;
        add_piece(&column, &piece, width, &before);
        if (ends && lines > 0 && column.lines > lines)
            g_array_append_val(ends, start);
    }
    if (ends)
        g_array_append_val(ends, reading.bytes);
    return column;
}
