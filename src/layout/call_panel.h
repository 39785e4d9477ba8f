/*
 * When to call (document/calling.h), as a box with a dark head and the telephone number; and below
 * the first of them the crisis box.
 */
#ifndef HANDOUT_LAYOUT_CALL_PANEL_H
#define HANDOUT_LAYOUT_CALL_PANEL_H

#include "layout/column.h"

/* Appends the box with the heading and `list`, set as wide as the column and used up; true. False,
 * with nothing appended, where it is higher than a page. */
bool call_panel_append(struct column *column, const struct block *heading, GPtrArray *list);

/* Appends the crisis box, where the clinic gives one crisis line; more stand in the contact band
 * alone. It is decoration: the band says the same. */
void crisis_box_append(struct column *column);

#endif
