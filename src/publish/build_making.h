/*
 * From an article to its products: which are wanted, laid out or written, handed to the press, or
 * taken as an earlier build has made them.
 */
#ifndef HANDOUT_PUBLISH_BUILD_MAKING_H
#define HANDOUT_PUBLISH_BUILD_MAKING_H

#include "publish/build_parts.h"

/* All products that are wanted of the article, on their way: of struct making *, for
 * build_end_products. */
GPtrArray *build_begin_products(struct build *build, struct work *work,
                                const struct labels *labels);

/* Takes them. With `good` false they were made for their findings alone. False when the show wants
 * the article and cannot have it. */
bool build_end_products(struct build *build, GPtrArray *makings, bool good);

#endif
