/*
 * Pango's way to the faces of a font set. Its own way to fontconfig starts two threads for each
 * wish and opens a file anew for each map; this one asks once for all threads, and all of them
 * shape with the same HarfBuzz faces, which keep what they find out.
 */
#ifndef HANDOUT_LAYOUT_FONT_MAP_H
#define HANDOUT_LAYOUT_FONT_MAP_H

#include "layout/faces.h"
#include "layout/font_set.h"

#include <pango/pango.h>

/*
 * A map of its own for a thread that sets text, in which 1 Pango point is 1 pt; owned by the caller
 * (g_object_unref), the rest is lent. `letters`: of gunichar, each once, all that are in the texts
 * that Pango sees; it may grow. (Pango asks for a whole table of what a face has, where few are
 * needed.)
 */
PangoFontMap *font_map_new(struct font_set *set, struct faces *faces, const GArray *letters);

/* The face behind a font of such a map; lent. */
const struct face *font_map_face(PangoFont *font);

#endif
