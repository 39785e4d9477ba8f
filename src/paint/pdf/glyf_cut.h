/*
 * TrueType faces cut down to some of their glyphs, byte for byte as HarfBuzz does without hints, at
 * a tenth of its cost: it reads plans for all that a face may have, these faces are copied.
 */
#ifndef HANDOUT_PAINT_PDF_GLYF_CUT_H
#define HANDOUT_PAINT_PDF_GLYF_CUT_H

#include <glib.h>
#include <hb.h>

/*
 * A file with the glyphs of a face that `wanted` has (of uint32_t, in any order), with what these
 * are made of, and the first, empty, for what is missing; owned by the caller. `numbers` is filled
 * with the glyphs of the face that it holds (of uint32_t), by their numbers in the file, which rise
 * as those of the face do. NULL: its outlines are no TrueType, or not as they should be, and it is
 * HarfBuzz's to judge.
 */
hb_blob_t *glyf_cut(hb_face_t *face, const GArray *wanted, GArray *numbers);

#endif
