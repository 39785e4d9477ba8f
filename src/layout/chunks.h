/*
 * A paragraph as the breaker sees it: what stands between two places where lines may end, and what
 * its words say about line ends beside it. Internal to breaking.c.
 */
#ifndef HANDOUT_LAYOUT_CHUNKS_H
#define HANDOUT_LAYOUT_CHUNKS_H

#include "layout/breaker.h"
#include "layout/paragraph.h"
#include "layout/places.h"

/* Of struct chunk, in the order of the text, widths in Pango units; owned by the caller. */
GArray *chunks_of(const struct paragraph *p, const struct places *places);

#endif
