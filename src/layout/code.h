/*
 * QR codes in a column, each with its caption beside it where there is room.
 */
#ifndef HANDOUT_LAYOUT_CODE_H
#define HANDOUT_LAYOUT_CODE_H

#include "layout/column.h"

/* Appends the code. Returns how many of the blocks from `block` on were set: it, and `next` where
 * that is its caption and has room beside it. */
guint code_append(struct column *column, const struct block *block, const struct block *next);

#endif
