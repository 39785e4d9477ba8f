/*
 * The list of sections of a handout: a line or more for each, with its page at the end of the last.
 */
#ifndef HANDOUT_LAYOUT_CONTENTS_H
#define HANDOUT_LAYOUT_CONTENTS_H

#include "layout/column.h"

/* The words of an entry, of kind ENTRY, beside room for a number. */
void contents_append(struct column *column, const struct block *entry);

/* Puts their pages, of a column of `width` points, into the strips of all entries. `ends`: of the
 * frames, one a page, as `frames_plan` gives them; they stay as they are. */
void contents_number(struct setter *setter, GPtrArray *strips, const GArray *ends, double width);

#endif
