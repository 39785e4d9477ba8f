/*
 * The pen that shows the glyphs of one run: the only writer of text operators.
 *
 * Glyphs go out in phrases: a plain one, whose glyphs' ToUnicode texts are what the author wrote,
 * or a spelled one, whose ActualText says it. Places are in points from the start of the run.
 */
#ifndef HANDOUT_PAINT_PDF_PEN_H
#define HANDOUT_PAINT_PDF_PEN_H

#include "paint/pdf/canvas.h"

struct pdf_pen {
    struct pdf_canvas *canvas;
    const struct run *run;
    const double *origins; /* [pt] by glyph: where it is drawn, from the start of the run; lent by
                            * the canvas until it has another pen */
    bool placed;           /* the reader's pen is on this run's line */
    double at;             /* [1/1000 em] where the reader's pen is, from the start of the run */
    bool in_array;         /* the operand of TJ is open */
    bool in_string;        /* a string in it is */
};

/* A pen for a run that has glyphs, in its colour, font and size. Run and canvas must outlive it. */
void pdf_pen_init(struct pdf_pen *pen, struct pdf_canvas *canvas, const struct run *run);

/* Begins a phrase: plain, or spelled out as `length` bytes of `text`; ends it. */
void pdf_pen_begin_plain(struct pdf_pen *pen);
void pdf_pen_begin_spelled(struct pdf_pen *pen, const char *text, size_t length);
void pdf_pen_end(struct pdf_pen *pen);

/* Glyph number `i` of the run, at its place. */
void pdf_pen_show(struct pdf_pen *pen, size_t i);

/* All of them, from left to right. */
void pdf_pen_show_all(struct pdf_pen *pen);

/* The space that ends a line: it has no glyph in the run, because nothing of it is seen, and goes
 * where the line goes on. Nothing for a face without one. */
void pdf_pen_show_space(struct pdf_pen *pen);

/* A glyph without ink or width, `x` points from the start of the run. */
void pdf_pen_show_hidden(struct pdf_pen *pen, const struct pdf_glyph *glyph, double x);

#endif
