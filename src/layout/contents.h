/*
 * The list of sections of a handout: a line or more for each, with its page at the end of the last.
 */
#ifndef HANDOUT_LAYOUT_CONTENTS_H
#define HANDOUT_LAYOUT_CONTENTS_H

#include "layout/column.h"

/* The entries, of kind ENTRY, from `*index` on, with room for their numbers, and `*index` is that
 * of the last. False, with nothing done: there is none. */
bool contents_append(struct column *column, const GPtrArray *blocks, guint *index);

/* How the pages of the strips are counted. */
struct page_count {
    const GArray *ends; /* of the frames, one a page, as `frames_plan` gives them; lent */
    guint before;       /* pages before the first of them */
    guint rest;         /* number of the page of what is in none of the strips */
};

/* Puts the entries with their pages into their strips. */
void contents_number(struct setter *setter, GPtrArray *strips, const struct page_count *count);

#endif
