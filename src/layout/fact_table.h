/*
 * Tables of facts, such as opening hours by day: no lines, a row no taller than its words.
 */
#ifndef HANDOUT_LAYOUT_FACT_TABLE_H
#define HANDOUT_LAYOUT_FACT_TABLE_H

#include "layout/column.h"

/* Adds a block of kind TABLE and text kind FACT, whose rows have two cells, one strip a row. In a
 * column too narrow for both, the second stands below the first. */
void fact_table_append(struct column *column, const struct block *table);

#endif
