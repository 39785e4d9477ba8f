/*
 * Cards: a row of a table by itself, in a frame with its name at the head and its fields below.
 * Frame and head are decoration.
 */
#ifndef HANDOUT_LAYOUT_CARD_H
#define HANDOUT_LAYOUT_CARD_H

#include "layout/column.h"

/* Begins the frame of `card`, as wide as the column is now, with its name, which is `side` points
 * off its edges. A name that is no text is left to the caller. */
void card_open(struct column *column, const struct block *card, double side);

/* Ends the head of the frame; the column is as wide as when it was opened. */
void card_close_name(struct column *column, const struct block *card);

/* Adds a field of words, or makes room for another one, of a card that the column stands `side`
 * points inside of. `first`, `last`: it is the uppermost, the lowest. */
void card_append_field(struct column *column, const struct block *field, double side, bool first,
                       bool last);
void card_space_field(struct column *column);

/* Ends the frame, whose strips begin at index `first`, those below the name at `fields`. They stay
 * together where a frame of the page holds them, else they are parted between fields if that is
 * enough; the name is shown again above what goes on. */
void card_close(struct column *column, const struct block *card, double side, guint first,
                guint fields);

#endif
