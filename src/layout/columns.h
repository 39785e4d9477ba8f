/*
 * Two columns side by side that say the same, each in its own language: what goes together begins
 * at one height, on one page.
 */
#ifndef HANDOUT_LAYOUT_COLUMNS_H
#define HANDOUT_LAYOUT_COLUMNS_H

#include "document/document.h"
#include "layout/strip.h"

/* A column as it was set, and where in it each block begins (flow_noting). */
struct set_column {
    GPtrArray *strips; /* of struct strip *, owned */
    GHashTable *starts;
};

/*
 * Brings both to as many strips, of the same heights and white spaces, with empty ones where a
 * column has less to say, so that each goes into frames as the other does. `pairs`: of struct
 * block_pair, `own` in the left column; what is in them begins at one height, too, as far as it has
 * as many parts.
 */
void columns_level(struct set_column *left, struct set_column *right, const GArray *pairs);

#endif
