/*
 * Markers beside the items of a list.
 */
#ifndef HANDOUT_LAYOUT_MARKER_H
#define HANDOUT_LAYOUT_MARKER_H

#include "layout/column.h"

/* Space that the markers of a list need at the side of its text. [pt] */
double marker_space(const struct column *column, const struct block *list);

/* Draws the marker of a list item beside its first strip. `x`, `width`: of the space kept for it.
 * [pt] */
void marker_add(const struct column *column, const struct block *item, struct strip *strip,
                double x, double width);

/* Marks the first line of a section's heading, as the profile has it: at the edge of what stands
 * out of the column, or by a rule above it. */
void marker_add_heading(const struct column *column, struct strip *strip);

#endif
