/*
 * Rules in a column: between its parts, where the article has ended, under the clinic's name.
 */
#ifndef HANDOUT_LAYOUT_RULE_H
#define HANDOUT_LAYOUT_RULE_H

#include "layout/column.h"

/* The short thick bar under the clinic's name: the one ornament of the title area. */
void rule_append_title_bar(struct column *column);

/* The author's, for a new subject without a heading. */
void rule_append(struct column *column, const struct block *block);

/* Says that the article has ended, above `group`. */
void rule_append_end(struct column *column, const struct block *group);

#endif
