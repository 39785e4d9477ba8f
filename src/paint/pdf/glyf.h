/*
 * What a TrueType face has its glyphs drawn from (ISO/IEC 14496-22, `glyf`): corners, or other
 * glyphs, as most letters with accents are: "é" is "e" with the accent moved above it.
 */
#ifndef HANDOUT_PAINT_PDF_GLYF_H
#define HANDOUT_PAINT_PDF_GLYF_H

#include <glib.h>
#include <hb.h>
#include <stdbool.h>

/* One glyph of those that another is made of, moved by so much. [units of the face's em] */
struct part {
    uint32_t glyph;
    int right, up;
};

/* Flags of one corner. */
enum {
    CORNER_ON_CURVE = 1,
    CORNER_X_SHORT = 2,
    CORNER_Y_SHORT = 4,
    CORNER_AGAIN = 8,
    CORNER_X_SAME_OR_PLUS = 16,
    CORNER_Y_SAME_OR_PLUS = 32
};

struct corner {
    int x, y;
    bool on; /* on the curve, else what pulls at it */
};

/* The glyphs of one face, which they keep. */
struct glyf;

struct glyf *glyf_new(hb_face_t *face);
void glyf_free(struct glyf *glyf);

/* The corners of a glyph (of struct corner, in units of the face's em), and the end of each of its
 * contours among them (of guint), in the place of what is in both. False: it has none of its own.
 */
bool glyf_corners(const struct glyf *glyf, uint32_t glyph, GArray *corners, GArray *ends);

/* Adds the parts of a glyph to `parts`, of struct part. False, with none added, when it is drawn by
 * itself, or of parts that are also turned, scaled or placed by their corners. */
bool glyf_parts(const struct glyf *glyf, uint32_t glyph, GArray *parts);

/* Of how many levels glyphs of the face are made at most. */
guint glyf_depth(const struct glyf *glyf);

#endif
