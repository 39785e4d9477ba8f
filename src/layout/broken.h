/*
 * Texts whose lines are known: products set the same words again and again, to see with what white
 * space they take least paper, and the clinic's own words stand in each of its handouts. Internal
 * to text.c and the desks.
 */
#ifndef HANDOUT_LAYOUT_BROKEN_H
#define HANDOUT_LAYOUT_BROKEN_H

#include "layout/galley.h"
#include "layout/lines.h"
#include "layout/paragraph.h"
#include "layout/shaped.h"

/* What is remembered of the texts that the desks of one thread set: all that the desks which are
 * open have set, and from desk to desk what has been set at two of them. */
struct broken;

/* What is known of one text. */
struct known;

/* A desk is opened, and closed again. When none is open any more, what is known of texts that were
 * met for the first time is forgotten. Lent by the fonts, whose thread it is. */
struct broken *broken_open(struct fonts *fonts);
void broken_close(struct broken *broken);

/* What is known of the text that the spans are as the desk is put now, lent while the desk is open.
 * `goes_on`, `as_document`: as the paragraph of a piece of a longer text has them from the pieces
 * before it. NULL: nothing is known, and there is no room for it. */
struct known *broken_known(const struct setter *setter, const GPtrArray *spans, enum text_kind kind,
                           bool goes_on, bool as_document);

/* A column, and letters of a size in it. */
struct column_key {
    double width, size; /* [pt] */
    enum alignment alignment;
};

/* The text as it was set in that column; a reference of the caller's. NULL: it is not known. */
struct galley *broken_find_galley(const struct known *known, const struct column_key *column);

/* Remembers a galley that has no flaws: of those there is something to say each time. */
void broken_remember_galley(struct broken *broken, struct known *known,
                            const struct column_key *column, struct galley *galley);

/* The paragraph's lines as they were chosen before for a column of `width` Pango units; a reference
 * of the caller's. NULL: they are not known. Sets p->mess. */
struct lines *broken_find_lines(struct paragraph *p, int width);

/* Remembers lines that need nothing said about them, of a piece that goes on: no word of theirs was
 * parted or is too wide. Of what ends its text the galley is remembered. */
void broken_remember_lines(struct paragraph *p, int width, struct lines *lines);

/* The paragraph's text as it was shaped before, in whatever column, and with the places where its
 * lines may end; a reference of the caller's. NULL: it is not known. */
struct shaped *broken_find_shaped(struct paragraph *p);

/* Keeps it, where there is room: its lines are cut again and again. */
void broken_remember_shaped(struct paragraph *p, struct shaped *shaped);

/* What no line end parts in the text, in whatever column (of struct places_piece); a reference of
 * the caller's. NULL: it is not known. */
GArray *broken_find_pieces(const struct known *known);
void broken_remember_pieces(struct broken *broken, struct known *known, GArray *pieces);

#endif
