/*
 * The pictures of one article: each file is decoded once, however often it is shown, and all of
 * them together keep within a budget.
 */
#ifndef HANDOUT_CONTENT_IMAGES_H
#define HANDOUT_CONTENT_IMAGES_H

#include "content/image.h"

struct images;

struct images *images_new(void);
void images_free(struct images *images);

/* The real paths of the files that were asked for; lent, the array is the caller's. */
GPtrArray *images_paths(const struct images *images);

/* The picture whose file has that real path, lent; NULL: it was refused, or not asked for. */
const struct image *images_at(const struct images *images, const char *path);

/* As image_load, but lent. A file that was refused is refused again without a word: what is wrong
 * with it has been said. Also refused: what would take all pictures above 400 MB of pixels. */
const struct image *images_get(struct images *images, const char *directory, const char *url,
                               struct pos pos, struct diag *diag);

#endif
