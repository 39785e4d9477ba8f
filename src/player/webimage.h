/*
 * A picture of the article as a file that a browser can show.
 */
#ifndef HANDOUT_PLAYER_WEBIMAGE_H
#define HANDOUT_PLAYER_WEBIMAGE_H

#include "content/image.h"

struct webimage {
    char *src; /* name below the show's folder: "images/HASH.png" */
    char *sha256;
    GBytes *bytes;
};

/* A JPEG when the author's file is one, else a PNG of its pixels; of nothing else. Where it is
 * wider or higher than `most_px` pixels, it is made smaller. */
struct webimage *webimage_new(const struct image *image, int most_px);
void webimage_free(struct webimage *webimage);

#endif
