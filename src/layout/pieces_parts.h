/*
 * What the files about pieces share. Internal to them.
 */
#ifndef HANDOUT_LAYOUT_PIECES_PARTS_H
#define HANDOUT_LAYOUT_PIECES_PARTS_H

#include "layout/pieces.h"

/* A piece of the words `text` of `block` in [start, end). */
struct piece piece_of_words(const struct block *block, const char *text, gsize start, gsize end);

/* Bytes at the head of the block's words that name the rest of them (struct piece); 0: none. */
gsize piece_label(const struct block *block, const struct labels *labels);

/* Tells which pieces belong with the next one. */
void pieces_bind(GArray *pieces);

/* The bytes [start, end) of the words of `source`, as spans at the end of `into`, which shares its
 * elements; without what nobody types of an address. */
void piece_copy_spans(const struct block *source, gsize start, gsize end, struct block *into);

/* Whether the comma before byte `at` of the words [start, end) stands between the entries of a
 * list: another one is near it, or it is the sign that lists have where clauses have their own
 * (pieces_commas.c). */
bool pieces_comma_lists(const char *text, gsize start, gsize end, gsize at);

/* Whether so few words as an entry of a list has follow that comma up to the next or to `end`. */
bool pieces_comma_enters(const char *text, gsize end, gsize at);

#endif
