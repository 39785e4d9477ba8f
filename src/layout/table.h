/*
 * Tables in a column of text.
 */
#ifndef HANDOUT_LAYOUT_TABLE_H
#define HANDOUT_LAYOUT_TABLE_H

#include "layout/column.h"

/*
 * Adds a block of kind TABLE, one strip a row; the header is shown again wherever a frame starts
 * inside the table. Columns too narrow for their words are reported (RULE_TABLE_WIDTH), and where
 * those words may not be broken, once for the table, as RULE_OVERFLOW.
 */
void table_append(struct column *column, const struct block *table);

#endif
