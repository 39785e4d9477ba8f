/*
 * Glyphs that a TrueType face makes of others, as most letters with accents are: "é" is "e" with
 * the accent moved above it (ISO/IEC 14496-22, `glyf`, composite glyph description).
 */
#ifndef HANDOUT_PAINT_PDF_COMPOSITE_H
#define HANDOUT_PAINT_PDF_COMPOSITE_H

#include <glib.h>
#include <hb.h>
#include <stdbool.h>

/* One glyph of those that another is made of, moved by so much. [units of the face's em] */
struct part {
    uint32_t glyph;
    int right, up;
};

/* The glyphs of one face, which they keep. */
struct composites;

struct composites *composites_new(hb_face_t *face);
void composites_free(struct composites *composites);

/* Adds the parts of a glyph to `parts`, of struct part. False, with none added, when it is drawn by
 * itself, or of parts that are also turned, scaled or placed by their corners. */
bool composite_parts(const struct composites *composites, uint32_t glyph, GArray *parts);

/* Of how many levels glyphs of the face are made at most. */
guint composite_depth(const struct composites *composites);

#endif
