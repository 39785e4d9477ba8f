/*
 * Filled outlines in the operators of a page.
 */
#ifndef HANDOUT_PAINT_PDF_FILL_H
#define HANDOUT_PAINT_PDF_FILL_H

#include "paint/pdf/canvas.h"

/* Fills an outline of the canvas's page; no text object may be open, and what it is content of
 * has to be. */
void pdf_fill(struct pdf_canvas *canvas, const struct path *path, struct color color);

/* The same of the whole page. */
void pdf_fill_page(struct pdf_canvas *canvas, struct color color);

#endif
