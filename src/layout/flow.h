/*
 * Flow: blocks become one column of strips, with the white space, indents, bars and markers that
 * their kinds ask for.
 */
#ifndef HANDOUT_LAYOUT_FLOW_H
#define HANDOUT_LAYOUT_FLOW_H

#include "layout/setter.h"
#include "layout/strip.h"

/*
 * The blocks (struct block *) in their order as strips for a column of `width` points, owned by the
 * caller; their items point to the blocks' elements. What cannot be set is reported and sets
 * setter->failed; there are strips all the same, so that the caller can go on to the next trouble.
 */
GPtrArray *flow_blocks(struct setter *setter, const GPtrArray *blocks, double width);

/* The same; and `starts` gets where each block, item and row of a table begins: `struct block *` to
 * the place of its first strip, from 1. */
GPtrArray *flow_noting(struct setter *setter, const GPtrArray *blocks, double width,
                       GHashTable *starts);

#endif
