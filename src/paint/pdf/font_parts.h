/*
 * The steps of making a font, as font.c, form_font.c and the files that take one each share them.
 */
#ifndef HANDOUT_PAINT_PDF_FONT_PARTS_H
#define HANDOUT_PAINT_PDF_FONT_PARTS_H

#include "paint/pdf/font.h"

/* Second step, in subset.c: fills `program` and the glyphs' codes and widths, and sorts the glyphs
 * by code. Fails for a face that cannot be cut down. */
void pdf_font_subset(struct pdf *pdf, struct pdf_font *font);

/* What tells fonts of one face from each other; lent. */
struct pdf_font_data {
    GBytes *program, *to_unicode; /* both packed */
    size_t size;                  /* of the program, before that [bytes] */
    const char *digest;           /* the same */
    const char *widths;           /* of its glyphs, as pdf_font_widths() has them */
};

/* Entries for the widths of glyphs (of struct pdf_glyph, by rising code), and the map that gives
 * their text, to be packed. */
GString *pdf_font_widths(const GArray *glyphs);
GString *pdf_font_to_unicode(const GArray *glyphs);

/* Third step, in font_write.c: the dictionaries and streams of the font `object`. */
void pdf_font_write(struct pdf *pdf, struct pdf_ref object, const struct face *face,
                    const struct pdf_font_data *data);

/*
 * The character identifier of every glyph of a bare CFF table: `n` of them, owned by the caller.
 * NULL when the font is not keyed by identifiers (ISO 32000-1 9.7.4.2: glyph indices serve then) or
 * is malformed.
 */
uint16_t *pdf_cff_cids(const uint8_t *cff, size_t size, size_t *n);

#endif
