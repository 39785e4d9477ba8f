/*
 * The font of words that others will type into form fields.
 */
#ifndef HANDOUT_PAINT_PDF_FORM_FONT_H
#define HANDOUT_PAINT_PDF_FORM_FONT_H

#include "layout/typing.h"
#include "paint/pdf/object.h"

/* A Type0 font with all of the letters, whose codes viewers find through its ToUnicode map. */
struct pdf_ref pdf_form_font_new(struct pdf *pdf, const struct typing *typing);

#endif
