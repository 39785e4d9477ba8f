/*
 * Runs of text on a page, with the words that they stand for.
 */
#ifndef HANDOUT_PAINT_PDF_TEXT_H
#define HANDOUT_PAINT_PDF_TEXT_H

#include "paint/pdf/canvas.h"

/* Shows a run that has glyphs, as content of the canvas's current item. */
void pdf_text_show(struct pdf_canvas *canvas, const struct run *run);

#endif
