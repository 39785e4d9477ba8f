/*
 * Plain words, as most texts are: Latin letters and the signs among them, in the faces of the first
 * choice. Which run each of them is in is known beforehand, so HarfBuzz shapes them without Pango,
 * which looks at each letter for its face and script, and asks for a plan of its own each time.
 * Internal to text.c.
 */
#ifndef HANDOUT_LAYOUT_PLAIN_H
#define HANDOUT_LAYOUT_PLAIN_H

#include "layout/paragraph.h"
#include "layout/shaped.h"

/* The paragraph as Pango would shape it in no column, a reference of the caller's; NULL: its words
 * are not plain. */
struct shaped *plain_shape(struct paragraph *p);

#endif
