/*
 * What the motifs are made of, for whoever draws them: on paper, on pages of the web.
 */
#ifndef HANDOUT_CONTENT_ART_SHAPES_H
#define HANDOUT_CONTENT_ART_SHAPES_H

#include "base/geometry.h"
#include "content/art.h"

/* Inks, from the ground to the accent itself. */
enum art_ink {
    ART_GROUND,
    ART_PALE,
    ART_MIDDLE,
    ART_DARK,
    ART_FULL,
    ART_PAPER, /* what stands open in the ground */
    ART_INK_COUNT
};

struct art_shape {
    struct path *path; /* owned; it may reach over the edge of the field, which is to clip it */
    enum art_ink ink;
};

/* The shapes of a motif in a field of that size [pt] whose corner is the origin, those below first,
 * the ground before all; of struct art_shape *, owned by the caller. None of ART_NONE. */
GPtrArray *art_shapes(enum art art, double width, double height);

#endif
