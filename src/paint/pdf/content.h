/*
 * The content of pages: display list items as PDF operators and marked content.
 */
#ifndef HANDOUT_PAINT_PDF_CONTENT_H
#define HANDOUT_PAINT_PDF_CONTENT_H

#include "layout/page.h"
#include "paint/pdf/font.h"
#include "paint/pdf/form.h"
#include "paint/pdf/image.h"
#include "paint/pdf/tags.h"

/* What the pages of one file share. */
struct pdf_parts {
    struct pdf *pdf;
    struct pdf_fonts *fonts;
    struct pdf_images *images;
    struct pdf_tags *tags;
    struct pdf_form *form;
};

/* Fills `target` with the items of page `number` of the layout. */
void pdf_content_write(const struct pdf_parts *parts, const struct page *page, unsigned number,
                       HPDF_Page target);

/* Sorts pointers to items by reading order, then by place in the page. */
int pdf_item_compare(gconstpointer a, gconstpointer b);

/* The page's operators in the making, as pdf_content.c and pdf_text.c share them. */
struct pdf_canvas {
    const struct pdf_parts *parts;
    const struct page *page;
    HPDF_Page target;
    GString *out;
    HPDF_Dict resources; /* the page's Font resources; NULL until the first */
    GArray *clusters;    /* of struct pdf_cluster, reused from run to run */

    const struct item *item; /* the item whose marked content is open or to be opened */
    unsigned number;         /* of the page in the layout */
    unsigned depth;          /* marked content operators open */
    bool spelled;            /* the open marked content has ActualText */

    /* The graphics state as the operators so far have left it. */
    struct color color;
    const struct pdf_font *font;
    double size, rise;
    bool in_text;
    double line_x, line_y; /* [pt] start of the current text line */
};

void pdf_canvas_set_color(struct pdf_canvas *canvas, struct color color);

/* Sees to it that what comes next stands in marked content of the current item: plain, which goes
 * on if it is open, or a new piece that is spelled out as `length` bytes of `text`. */
void pdf_canvas_mark(struct pdf_canvas *canvas);
void pdf_canvas_spell(struct pdf_canvas *canvas, const char *text, size_t length);
/* Ends what is open. */
void pdf_canvas_unmark(struct pdf_canvas *canvas);

/* Shows a run that has glyphs. */
void pdf_canvas_show(struct pdf_canvas *canvas, const struct run *run);
void pdf_canvas_end_text(struct pdf_canvas *canvas);

#endif
