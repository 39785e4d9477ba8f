/*
 * Tables in a column of text.
 */
#ifndef HANDOUT_LAYOUT_TABLE_H
#define HANDOUT_LAYOUT_TABLE_H

#include "layout/column.h"

/* True when the columns of the table are too narrow for what must not be parted in them, so that
 * its cards are to be set, which is reported (RULE_TABLE_WIDTH), or more than the profile's most.
 * False for a table that has no cards. */
bool table_wants_cards(struct column *column, const struct block *table);

/*
 * Adds a block of kind TABLE, one strip a row; the header is shown again wherever a frame starts
 * inside the table. Columns too narrow for their words are reported (RULE_TABLE_WIDTH), and where
 * those words may not be broken, once for the table, as RULE_OVERFLOW.
 */
void table_append(struct column *column, const struct block *table);

#endif
