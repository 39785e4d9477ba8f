/*
 * The list of sections of a handout: a line or more for each, with its page at the end of the last.
 */
#ifndef HANDOUT_LAYOUT_CONTENTS_H
#define HANDOUT_LAYOUT_CONTENTS_H

#include "layout/column.h"

/* The words of an entry, of kind ENTRY, beside room for a number. */
void contents_append(struct column *column, const struct block *entry);

/* How the pages of the strips are counted. */
struct page_count {
    const GArray *ends; /* of the frames, one a page, as `frames_plan` gives them; lent */
    guint before;       /* pages before the first of them */
    guint rest;         /* number of the page of what is in none of the strips */
};

/* Puts their pages, of a column of `width` points, into the strips of all entries. */
void contents_number(struct setter *setter, GPtrArray *strips, const struct page_count *count,
                     double width);

#endif
