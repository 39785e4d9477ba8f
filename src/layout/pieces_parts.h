/*
 * What the files about pieces share. Internal to them.
 */
#ifndef HANDOUT_LAYOUT_PIECES_PARTS_H
#define HANDOUT_LAYOUT_PIECES_PARTS_H

#include "layout/pieces.h"

/* The place of byte `at` of the block's words, found in time that grows with its distance from
 * `from`, which is not behind it. */
struct words_place words_place_at(const struct block *block, struct words_place from, gsize at);

/* A piece of the words `text` of `block` in [start, end); `from`: any place up to `start`. */
struct piece piece_of_words(const struct block *block, const char *text, struct words_place from,
                            gsize start, gsize end);

/* Bytes at the head of the block's words that name the rest of them (struct piece); 0: none. */
gsize piece_label(const struct block *block, const struct labels *labels);

/* Tells which pieces belong with the next one. */
void pieces_bind(GArray *pieces);

/* The words of `source` from a place up to byte `end`, as spans at the end of `into`, which shares
 * its elements; without what nobody types of an address. */
void piece_copy_spans(const struct block *source, struct words_place start, gsize end,
                      struct block *into);

/* Those words as they stand, owned by the caller; `more`: whether others follow them. */
char *piece_words(const struct block *source, struct words_place start, gsize end, bool *more);

/* The end of the words [0, end) without blanks and line ends behind the last of them, which would
 * count as part of the last line, or as a line. */
gsize words_without_blanks(const char *text, gsize end);

/* The first piece that has that way or one behind it; their number: there is none. */
guint pieces_first_on(const GArray *pieces, struct piece_way way);

/* Whether the comma before byte `at` of the words [start, end) stands between the entries of a
 * list: another one is near it, or it is the sign that lists have where clauses have their own
 * (pieces_commas.c). */
bool pieces_comma_lists(const char *text, gsize start, gsize end, gsize at);

/* Whether so few words as an entry of a list has follow that comma up to the next or to `end`. */
bool pieces_comma_enters(const char *text, gsize end, gsize at);

#endif
