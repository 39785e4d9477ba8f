/*
 * Files within the file (ISO 32000-2 7.11.4, 14.13).
 */
#ifndef HANDOUT_PAINT_PDF_ATTACH_H
#define HANDOUT_PAINT_PDF_ATTACH_H

#include "paint/pdf/object.h"

/* Puts all of them in, of const struct attachment *, by rising names; to be called once, for
 * PDF 2.0. */
void pdf_attach(struct pdf *pdf, const GPtrArray *attachments);

#endif
