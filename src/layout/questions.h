/*
 * Lines to write on: below each question to ask, and for the reader's own.
 */
#ifndef HANDOUT_LAYOUT_QUESTIONS_H
#define HANDOUT_LAYOUT_QUESTIONS_H

#include "layout/column.h"

/* Below the question that was appended last, with which they stay; nothing below an item of any
 * other list. */
void questions_add_lines(struct column *column, const struct block *list);

/* Below the list: a heading, and lines for what the reader wants to ask. */
void questions_add_own(struct column *column, const struct block *list);

/* Keeps the strips of a list of questions from index `first` on on one page, where it holds them.
 */
void questions_keep(struct column *column, const struct block *list, guint first);

#endif
