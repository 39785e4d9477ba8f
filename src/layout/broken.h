/*
 * Texts whose lines are known: products set the same words again and again, to see with what white
 * space they take least paper. Internal to text.c.
 */
#ifndef HANDOUT_LAYOUT_BROKEN_H
#define HANDOUT_LAYOUT_BROKEN_H

#include "layout/lines.h"
#include "layout/paragraph.h"
#include "layout/shaped.h"

/* What a desk remembers of the texts that it has set. */
struct broken;

struct broken *broken_new(void);
void broken_free(struct broken *broken);

/* The paragraph's lines as they were chosen before for a column of `width` Pango units; a reference
 * of the caller's. NULL: they are not known. Sets p->mess. */
struct lines *broken_find(struct paragraph *p, int width);

/* Remembers lines that need nothing said about them: no word of theirs was parted or is too wide.
 */
void broken_remember(struct paragraph *p, int width, struct lines *lines);

/* The paragraph's text as it was shaped before, in whatever column, and with the places where its
 * lines may end; a reference of the caller's. NULL: it is not known. */
struct shaped *broken_find_shaped(struct paragraph *p);

/* Keeps it, where there is room: its lines are cut again and again. */
void broken_remember_shaped(struct paragraph *p, struct shaped *shaped);

/* What no line end parts in the paragraph, in whatever column (of struct places_piece); a reference
 * of the caller's. NULL: it is not known. */
GArray *broken_find_pieces(struct paragraph *p);
void broken_remember_pieces(struct paragraph *p, GArray *pieces);

#endif
