/*
 * The operators of one page in the making: what marks and text need of it.
 *
 * The graphics state is followed, so that an operator is written only when it changes something,
 * and so is the marked content that is open, so that no operator stands outside of it.
 */
#ifndef HANDOUT_PAINT_PDF_CANVAS_H
#define HANDOUT_PAINT_PDF_CANVAS_H

#include "layout/page.h"
#include "paint/pdf/font.h"
#include "paint/pdf/tags.h"

#include <glib.h>
#include <stdbool.h>

/* What the pages of one file share; all borrowed from the painter. */
struct pdf_parts {
    struct pdf *pdf;               /* the file */
    struct pdf_fonts *fonts;       /* of all runs, complete */
    struct pdf_images *images;     /* that were shown so far */
    struct pdf_drawings *drawings; /* likewise */
    struct pdf_tags *tags;         /* what was marked so far */
    struct pdf_form *form;         /* the fields so far */
    struct pdf_links *links;       /* the areas to click so far */
};

struct pdf_canvas {
    const struct pdf_parts *parts;
    const struct page *page; /* whose items are painted */
    unsigned number;         /* of the page in the layout, from 0 */
    struct pdf_ref target;   /* the page in the file */
    GString *out;            /* its operators so far; borrowed from the content writer */
    GArray *clusters;        /* of struct pdf_cluster: room for those of a run, borrowed likewise */
    GArray *origins;         /* of double: room for the places of its glyphs, borrowed likewise */

    const struct item *item; /* whose marked content is open or to be opened */
    unsigned depth;          /* marked content operators open */
    bool spelled;            /* the open marked content has ActualText */

    /* The graphics state as the operators so far have left it. */
    struct color color;          /* for filling */
    const struct pdf_font *font; /* NULL: none yet */
    double size;                 /* [pt] em size */
    double rise;                 /* [pt] of glyphs above the baseline */
    bool in_text;                /* between BT and ET */
    double line_x, line_y;       /* [pt] start of the current text line, y upwards */
};

/* Ends what is open; what comes next is content of `item`, or decoration of its kind. */
void pdf_canvas_begin(struct pdf_canvas *canvas, const struct item *item);
void pdf_canvas_end(struct pdf_canvas *canvas);

/* Sees to it that what comes next stands in marked content of the current item: plain, which goes
 * on if it is open, or a new piece that is spelled out as `length` bytes of `text`. */
void pdf_canvas_mark(struct pdf_canvas *canvas);
void pdf_canvas_spell(struct pdf_canvas *canvas, const char *text, size_t length);

/* For all that follows, until it is set again. */
void pdf_canvas_set_color(struct pdf_canvas *canvas, struct color color);
void pdf_canvas_set_font(struct pdf_canvas *canvas, const struct face *face, double size);

/* A text object: opened unless it is, with its line at the page's bottom left corner; ended if it
 * is open. Paths and pictures may not stand in one (ISO 32000-1 figure 9). */
void pdf_canvas_begin_text(struct pdf_canvas *canvas);
void pdf_canvas_end_text(struct pdf_canvas *canvas);

#endif
