/*
 * When to call: a list to tick under a heading that begins with a calling word of the language, as
 * a box with a dark head and the telephone number; and below the first of them the crisis box.
 */
#ifndef HANDOUT_LAYOUT_CALL_PANEL_H
#define HANDOUT_LAYOUT_CALL_PANEL_H

#include "layout/column.h"

/* The block at `index` heads a list to tick, by a calling word. */
bool call_panel_is_due(const struct setter *setter, const GPtrArray *blocks, guint index);

/* Appends the box with the heading and `list`, set as wide as the column and used up; true. False,
 * with nothing appended, where it is higher than a page. */
bool call_panel_append(struct column *column, const struct block *heading, GPtrArray *list);

/* Appends the crisis box, where the clinic gives one crisis line; more stand in the contact band
 * alone. It is decoration: the band says the same. */
void crisis_box_append(struct column *column);

#endif
