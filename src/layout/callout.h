/*
 * Panels of callouts: ground, frame, bar and picture around words that the flow sets. What a kind
 * looks like stands in the profile. Bars and frames run on where a panel is parted.
 */
#ifndef HANDOUT_LAYOUT_CALLOUT_H
#define HANDOUT_LAYOUT_CALLOUT_H

#include "layout/column.h"

/* What the words leave free where lines start, and where they end. [pt] */
double callout_start(const struct column *column);
double callout_end(const struct column *column);

/* Begins the panel of `callout`, as wide as the column is now; all strips until it is closed stand
 * in it. */
void callout_open(struct column *column, const struct block *callout);

/* Ends the panel, whose strips begin at index `first`: they stay together where a frame holds them.
 */
void callout_close(struct column *column, const struct block *callout, guint first);

#endif
