/*
 * What a cell of a table says, as lines: words, pictures, and a short value with what stands in
 * brackets behind it on a line of its own, so that values stand one below the other.
 */
#ifndef HANDOUT_LAYOUT_CELL_H
#define HANDOUT_LAYOUT_CELL_H

#include "layout/setter.h"
#include "layout/strip.h"
#include "layout/table_widths.h"

/*
 * The spans (of struct span *) as they are set in a table: "25 mg (half a tablet)" with a line end
 * before the bracket, and what stands in it smaller. A copy, the caller's; elements are shared.
 */
GPtrArray *cell_spans(const struct setter *setter, const GPtrArray *spans);

/* The cell's strips in a column of `width` points, owned by the caller. */
GPtrArray *cell_set(struct setter *setter, const struct block *cell, double width);

/* How many lines the cell takes; `picture`: the width that one asks for. [pt] Its `least` is the
 * caller's. */
struct cell_fit cell_measure(struct setter *setter, const struct block *cell, double picture);

#endif
