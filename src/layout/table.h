/*
 * Tables in a column of text.
 */
#ifndef HANDOUT_LAYOUT_TABLE_H
#define HANDOUT_LAYOUT_TABLE_H

#include "layout/column.h"

/*
 * Adds a block of kind TABLE, a strip a row; the header is shown again wherever a frame starts
 * inside the table. False, with nothing added, when its cards are to be set instead: its columns
 * are too narrow for what must not be parted in them, which is reported (RULE_TABLE_WIDTH), or they
 * or the lines of a cell are more than the profile's most.
 *
 * A table without cards is always set; where its words are wider than its columns, which is
 * reported, too, and may not be broken, that is one RULE_OVERFLOW for all of them.
 */
bool table_append_rows(struct column *column, const struct block *table);

#endif
