/*
 * What a card says: its name, and its fields, each a label and what belongs to it. "Label: value"
 * is what is heard and copied; the eye is told by weight and place, so the colon is not drawn.
 */
#ifndef HANDOUT_LAYOUT_FIELD_H
#define HANDOUT_LAYOUT_FIELD_H

#include "layout/column.h"

/* The words of a name or a field. */
struct field_parts {
    GPtrArray *label;      /* of struct span *, copies; owned */
    GPtrArray *value;      /* the same */
    const char *separator; /* heard and copied between them, unseen; lent */
};

struct field_parts field_parts_of(const struct setter *setter, const struct block *field);
void field_parts_clear(struct field_parts *parts);

/* The words of its label; owned by the caller. */
char *field_label_words(const struct field_parts *parts);

/* Lets the separator be heard behind the label, which is set in the strips. */
void field_end_label(GPtrArray *strips, const char *separator);

/* The strips of the words (BLOCK_TEXT) that name a card, in a column of `width` points; owned by
 * the caller. */
GPtrArray *field_set_name(const struct column *column, const struct block *name, double width);

/* The strips of one of its fields (BLOCK_TEXT), as wide as the column; bound to each other; owned
 * by the caller. */
GPtrArray *field_set(const struct column *column, const struct block *field);

#endif
