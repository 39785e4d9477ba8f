/*
 * Cards: a row of a table by itself, in a frame with its name at the head, around words that the
 * flow sets. Frame and head are decoration.
 */
#ifndef HANDOUT_LAYOUT_CARD_H
#define HANDOUT_LAYOUT_CARD_H

#include "layout/column.h"

/* What the words leave free at either side. [pt] */
double card_side(const struct column *column);

/* Begins the frame of `card`, as wide as the column is now; its name is to be set next. */
void card_open(struct column *column, const struct block *card);

/* Ends the head of the frame; the column is as wide as when it was opened. */
void card_close_name(struct column *column, const struct block *card);

/* Asks for the white space above a field. */
void card_space_field(struct column *column, bool first);

/* Ends the frame, whose strips begin at index `first`, those below the name at `fields`. They stay
 * together where a frame of the page holds them; else the name is shown again above what goes on.
 */
void card_close(struct column *column, const struct block *card, guint first, guint fields);

#endif
