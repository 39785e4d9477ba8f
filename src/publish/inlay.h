/*
 * Pictures as addresses that hold them (RFC 2397), for pages that are one file.
 */
#ifndef HANDOUT_PUBLISH_INLAY_H
#define HANDOUT_PUBLISH_INLAY_H

#include "content/image.h"

struct inlay;

struct inlay *inlay_new(void);
void inlay_free(struct inlay *inlay);

/* As struct writing wants it; `user` is the inlay. Lent until that is freed. */
const char *inlay_find(void *user, const struct image *image);

#endif
