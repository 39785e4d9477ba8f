/*
 * The pen. The awkward fact: the reader's pen moves by the rounded widths of the W array. It is
 * followed here, and a TJ number corrects it wherever it is off, so errors never add up.
 */
#include "paint/pdf/pen.h"

#include "paint/pdf/value.h"

#include <math.h>

/* Smallest correction worth a number: 0.007 pt at 14 pt, far below one dot of an office printer.
 * [1/1000 em] */
#define PEN_TOLERANCE 0.5

static const double *find_origins(const struct run *run, GArray *room)
{
    g_array_set_size(room, (guint)run->n_glyphs);
    double *origins = (double *)(void *)room->data;
    double x = 0;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        origins[i] = x + run_move(run, i).dx;
        x += run->glyphs[i].advance;
    }
    return origins;
}

void pdf_pen_init(struct pdf_pen *pen, struct pdf_canvas *canvas, const struct run *run)
{
    pdf_canvas_set_color(canvas, run->color);
    pdf_canvas_set_font(canvas, run->face, run->size);
    *pen = (struct pdf_pen){
        .canvas = canvas, .run = run, .origins = find_origins(run, canvas->origins)};
}

static void end_string(struct pdf_pen *pen)
{
    if (pen->in_string)
        g_string_append_c(pen->canvas->out, ')');
    pen->in_string = false;
}

void pdf_pen_end(struct pdf_pen *pen)
{
    end_string(pen);
    if (pen->in_array)
        pdf_put(pen->canvas->out, "]TJ\n");
    pen->in_array = false;
}

void pdf_pen_begin_plain(struct pdf_pen *pen)
{
    pdf_pen_end(pen);
    pdf_canvas_mark(pen->canvas);
    pen->placed = pen->placed && pen->canvas->in_text;
}

void pdf_pen_begin_spelled(struct pdf_pen *pen, const char *text, size_t length)
{
    pdf_pen_end(pen);
    pdf_canvas_spell(pen->canvas, text, length);
    pen->placed = false;
}

static inline void set_rise(struct pdf_pen *pen, double rise)
{
    struct pdf_canvas *canvas = pen->canvas;
    if (fabs(rise - canvas->rise) < 0.005)
        return;
    pdf_pen_end(pen);
    pdf_put_number(canvas->out, rise, 2);
    pdf_put(canvas->out, " Ts\n");
    canvas->rise = rise;
}

/* Brings the pen to `target`, thousandths of the em from the start of the run. */
static inline void move_to(struct pdf_pen *pen, double target)
{
    double off = target - pen->at;
    if (fabs(off) < PEN_TOLERANCE)
        return;
    end_string(pen);
    if (!pen->in_array)
        g_string_append_c(pen->canvas->out, '[');
    pen->in_array = true;
    double step = rint(off * 10) / 10;
    pdf_put_number(pen->canvas->out, -step, 1);
    pen->at += step;
}

/* Starts a text line `from` points after the start of the run. Rounds first and subtracts then, so
 * that the rounding of one line does not shift the next. */
static void place(struct pdf_pen *pen, double from)
{
    struct pdf_canvas *canvas = pen->canvas;
    const struct run *run = pen->run;
    pdf_canvas_begin_text(canvas);
    double x = rint((run->x + from) * 100) / 100;
    double y = rint((canvas->page->height - run->baseline) * 100) / 100;
    pdf_put_number(canvas->out, x - canvas->line_x, 2);
    g_string_append_c(canvas->out, ' ');
    pdf_put_number(canvas->out, y - canvas->line_y, 2);
    pdf_put(canvas->out, " Td\n");
    canvas->line_x = x;
    canvas->line_y = y;
    pen->at = (x - run->x) / run->size * 1000;
    pen->placed = true;
}

/* A string in parentheses: half as long as in digits, which packing does not make up for. */
static void open_string(struct pdf_pen *pen)
{
    if (!pen->in_array)
        g_string_append_c(pen->canvas->out, '[');
    g_string_append_c(pen->canvas->out, '(');
    pen->in_array = pen->in_string = true;
}

static inline void put_code(struct pdf_pen *pen, const struct pdf_glyph *glyph)
{
    if (!pen->in_string)
        open_string(pen);
    pdf_put_unit(pen->canvas->out, glyph->code);
    pen->at += glyph->width;
}

static inline void show(struct pdf_pen *pen, size_t i)
{
    const struct glyph *shaped = &pen->run->glyphs[i];
    if (!pen->placed)
        place(pen, pen->origins[i]);
    set_rise(pen, -run_move(pen->run, i).dy);
    move_to(pen, pen->origins[i] / pen->run->size * 1000);
    put_code(pen, pdf_font_find(pen->canvas->font, shaped->id));
}

void pdf_pen_show(struct pdf_pen *pen, size_t i)
{
    show(pen, i);
}

void pdf_pen_show_all(struct pdf_pen *pen)
{
    for (size_t i = 0; i < pen->run->n_glyphs; i++)
        show(pen, i);
}

void pdf_pen_show_space(struct pdf_pen *pen)
{
    const struct run *run = pen->run;
    const struct pdf_glyph *space = pdf_font_carrier(pen->canvas->font, ' ');
    if (!space)
        return;
    double x = run->rtl ? -space->width / 1000 * run->size : run->width;
    if (!pen->placed)
        place(pen, x);
    move_to(pen, x / run->size * 1000);
    put_code(pen, space);
}

void pdf_pen_show_hidden(struct pdf_pen *pen, const struct pdf_glyph *glyph, double x)
{
    pdf_pen_end(pen);
    set_rise(pen, 0);
    place(pen, x);
    pdf_put(pen->canvas->out, "3 Tr 1 Tz\n");
    put_code(pen, glyph);
    pdf_pen_end(pen);
    pdf_put(pen->canvas->out, "0 Tr 100 Tz\n");
    pen->placed = false;
}
