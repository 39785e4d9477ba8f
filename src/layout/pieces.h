/*
 * Pieces: a document's blocks seen as a row of things that are not to be cut (sentences, lines of
 * code, table rows, cards, pictures), and the blocks put together again from any stretch of that
 * row. Screens are made of such stretches.
 */
#ifndef HANDOUT_LAYOUT_PIECES_H
#define HANDOUT_LAYOUT_PIECES_H

#include "document/document.h"

#include <glib.h>

struct piece {
    const struct block *block;
    gsize start, end; /* bytes of the block's words, CARD: its children; 0, 0 for others */
    unsigned words;
    unsigned signs; /* that stand by themselves; they take room as words do, and no time */
};

/* The pieces of `blocks` in reading order (of struct piece), owned by the caller. */
GArray *pieces_of(const GPtrArray *blocks, const struct document *document);

/* A piece of the words `text` of `block` in [start, end). */
struct piece piece_of_words(const struct block *block, const char *text, gsize start, gsize end);

/*
 * Cuts piece `index` in two between words, near its middle and after a comma or the like where one
 * is close; a card first between its fields. False when it has no place to be cut.
 */
bool pieces_cut(GArray *pieces, guint index);

/*
 * The blocks that the pieces [from, to) came from, with nothing but those pieces in them. List
 * items whose beginning is left out lose their marker; tables keep their header row, cards their
 * names. New blocks,
 * owned by the caller; elements are shared.
 */
GPtrArray *pieces_blocks(const GPtrArray *blocks, const GArray *pieces, guint from, guint to);

#endif
