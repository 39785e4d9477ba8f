/*
 * The steps of making a font, as font.c, form_font.c and the files that take one each share them.
 */
#ifndef HANDOUT_PAINT_PDF_FONT_PARTS_H
#define HANDOUT_PAINT_PDF_FONT_PARTS_H

#include "paint/pdf/font.h"

/* Second step, in subset.c: fills `program` and the glyphs' codes and widths, and sorts the glyphs
 * by code. Fails for a face that cannot be cut down. */
void pdf_font_subset(struct pdf *pdf, struct pdf_font *font);

/* Third step, in font_write.c: the font's dictionaries and streams. */
void pdf_font_write(struct pdf *pdf, struct pdf_font *font);

/*
 * The character identifier of every glyph of a bare CFF table: `n` of them, owned by the caller.
 * NULL when the font is not keyed by identifiers (ISO 32000-1 9.7.4.2: glyph indices serve then) or
 * is malformed.
 */
uint16_t *pdf_cff_cids(const uint8_t *cff, size_t size, size_t *n);

#endif
