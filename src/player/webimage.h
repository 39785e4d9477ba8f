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

/* A JPEG when the author's file is one, else a PNG of its pixels; of nothing else. */
struct webimage *webimage_new(const struct image *image);
void webimage_free(struct webimage *webimage);

#endif
