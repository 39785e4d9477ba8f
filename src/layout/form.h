/*
 * Places to write in, in a column of text.
 */
#ifndef HANDOUT_LAYOUT_FORM_H
#define HANDOUT_LAYOUT_FORM_H

#include "layout/column.h"
#include "layout/page.h"

/* Adds a block of kind WRITE_LINE: a label and a line to write on, beside it where there is room
 * for handwriting, else below it, with its form field if it has one. */
void form_append_line(struct column *column, const struct block *block);

/* Adds a block of kind CHOICE: a box to tick, with its form field if it has one, and its words. */
void form_append_choice(struct column *column, const struct block *block);

/* Gives a layout that has fields the letters that may be typed into them, and reports when those of
 * its language are not among them. */
void form_add_letters(const struct setter *setter, struct layout *layout);

#endif
