/*
 * Cuts outlines along others, for drawings that end where their field does: display lists know no
 * clipping, so that no painter must.
 */
#ifndef HANDOUT_BASE_CLIP_H
#define HANDOUT_BASE_CLIP_H

#include "base/geometry.h"

/* A rectangle whose corners are round, each by a radius of its own. */
struct patch {
    struct rect box;
    double top_left, top_right, bottom_right, bottom_left; /* [pt] radii; 0: square */
};

struct path *patch_path(const struct patch *field);

/* With the same radius at all corners. */
struct patch patch_round(struct rect box, double radius);

/* What of `path` lies inside the field, with curves as short straight lines; NULL: nothing. The
 * path is used up. */
struct path *path_clip(struct path *path, const struct patch *field);

#endif
