/*
 * The font of words that others will type into form fields.
 */
#ifndef HANDOUT_PAINT_PDF_FORM_FONT_H
#define HANDOUT_PAINT_PDF_FORM_FONT_H

#include "layout/font.h"
#include "paint/pdf/object.h"

/* A simple font with WinAnsiEncoding, because programs that fill in forms write bytes, not glyphs.
 * None, failing, for a face without TrueType outlines. */
struct pdf_ref pdf_form_font_new(struct pdf *pdf, const struct face *face);

#endif
