/*
 * TrueType programs made of outlines: what a font needs that no face alone has all letters of.
 */
#ifndef HANDOUT_PAINT_PDF_TRUETYPE_H
#define HANDOUT_PAINT_PDF_TRUETYPE_H

#include "layout/font.h"

#include <glib.h>

struct truetype;

/* A program without glyphs, with the heights of `face`, which is borrowed. Its glyphs
 * are drawn at `share` of their size, and raised by `raise` [em]. */
struct truetype *truetype_new(const struct face *face, double share, double raise);

/* Adds the outline of a glyph, of a face with TrueType outlines, as the next one: the first is
 * number 0, which stands for what is missing. Gives its advance in thousandths of the em. */
double truetype_add(struct truetype *program, const struct face *face, uint32_t glyph);

/* The file: tables `head`, `hhea`, `hmtx`, `maxp`, `loca`, `glyf` (ISO/IEC 14496-22; ISO 32000-1
 * 9.9 asks for no others where codes are glyph numbers). Frees the program; owned by the caller. */
hb_blob_t *truetype_finish(struct truetype *program);

#endif
