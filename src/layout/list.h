/*
 * What of a list stays together on paper: at least two items at either side of a break; of a short
 * list all, where the page is full without it.
 */
#ifndef HANDOUT_LAYOUT_LIST_H
#define HANDOUT_LAYOUT_LIST_H

#include "layout/column.h"

/* White space between its items; numbers and boxes have more than dots, which are smaller. [lines]
 */
double list_gap(const struct column *column, const struct block *list);

/* Pairs what stands before item `index`, which comes next, with it where they begin or end the
 * list. */
void list_pair(const struct column *column, const struct block *list, guint index);

/* Keeps the list, from strip `first` to the last, if it is short. */
void list_keep_short(const struct column *column, const struct block *list, guint first);

/* On paper the text, which the column ends with, stays with the list that it announces. */
void list_keep_lead(struct column *column, const struct block *text);

#endif
