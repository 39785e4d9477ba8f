/*
 * Facts in a paragraph read by themselves, whatever the direction of the words about them (UAX 9).
 * Internal to paragraph.c.
 */
#ifndef HANDOUT_LAYOUT_ISOLATES_H
#define HANDOUT_LAYOUT_ISOLATES_H

#include "layout/paragraph.h"

/* Puts the signs that isolate facts into the paragraph's text and moves the starts of its spans,
 * where any of its words may read from right to left; before anything points into the text. */
void isolates_insert(struct paragraph *p);

#endif
