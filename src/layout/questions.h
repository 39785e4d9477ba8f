/*
 * Lines to write on: below each question to ask, and for the reader's own.
 */
#ifndef HANDOUT_LAYOUT_QUESTIONS_H
#define HANDOUT_LAYOUT_QUESTIONS_H

#include "layout/column.h"

/* Puts the setter to a profile, `own`, in which questions with lines below them stand out, as
 * headings of these do, and need no mark. False: the list is any other. */
bool questions_begin(struct column *column, const struct block *list, struct profile *own);

/* Below the question that was appended last, with which they stay; nothing below an item of any
 * other list. */
void questions_add_lines(struct column *column, const struct block *list);

/* Keeps the questions with lines, from strip `first` on, in one piece, unless that is high. */
void questions_keep(struct column *column, const struct block *list, guint first);

/* Below the list: a heading, and lines for what the reader wants to ask. */
void questions_add_own(struct column *column, const struct block *list);

#endif
