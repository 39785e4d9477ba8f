/*
 * When to call (document/calling.h), as a box with a dark head and the telephone number.
 */
#ifndef HANDOUT_LAYOUT_CALL_PANEL_H
#define HANDOUT_LAYOUT_CALL_PANEL_H

#include "layout/column.h"

/* Width of the list in a box that stands in the column now. [pt] */
double call_panel_room(const struct column *column);

/* Appends the box with the heading and `list`, set as wide as that and used up; true. False,
 * with nothing appended, where it is higher than a page. */
bool call_panel_append(struct column *column, const struct block *heading, GPtrArray *list);

#endif
