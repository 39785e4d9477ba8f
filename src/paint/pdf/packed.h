/*
 * Packed bytes that several files have alike: what is packed is remembered by the name of what it
 * was made of (base/digest.h), so that one packing serves them all: the handouts of one article in
 * several sizes have the same letters, those of one clinic the same art. Any thread.
 */
#ifndef HANDOUT_PAINT_PDF_PACKED_H
#define HANDOUT_PAINT_PDF_PACKED_H

#include <glib.h>

/* Each has room of its own. */
enum pdf_packed { PDF_PACKED_DRAWING, PDF_PACKED_PROGRAM, PDF_PACKED_MAP, PDF_PACKED_COUNT };

/* How many of a kind are remembered, in the place of those that have been for longest; and how long
 * each may be. [bytes] */
#define PDF_PACKED_MOST    64
#define PDF_PACKED_LONGEST 32768

/* A reference to what is remembered; NULL: nothing. */
GBytes *pdf_packed_find(enum pdf_packed kind, const char *name);

/* Remembers what was made, unless it is long or another thread was faster; lent. */
void pdf_packed_keep(enum pdf_packed kind, const char *name, GBytes *made);

#endif
