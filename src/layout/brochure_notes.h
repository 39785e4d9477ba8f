/*
 * Lines to write on, where a panel of a brochure has room left over: no panel stays white.
 */
#ifndef HANDOUT_LAYOUT_BROCHURE_NOTES_H
#define HANDOUT_LAYOUT_BROCHURE_NOTES_H

#include "layout/setter.h"

struct page;

/* What stands above the lines. */
enum brochure_notes {
    BROCHURE_NOTES_MORE,     /* nothing: they go on */
    BROCHURE_NOTES_FIRST,    /* that they are for notes */
    BROCHURE_NOTES_QUESTIONS /* that they are for the reader's questions */
};

/* Fills the area with lines on a tint, below what `head` asks for. False: it is too low for
 * that, and stays as it is. */
bool brochure_notes_fill(struct setter *setter, struct page *page, struct rect area,
                         enum brochure_notes head, unsigned *order);

#endif
