/*
 * Checks: what a careful editor would catch, over the article and the clinic's facts.
 *
 * Each check is one row of the table in check.c: adding one means one function (in the file of its
 * kind) and one row; its rule stands in base/rules_check.c. Every message gives the measured value
 * and the limit and ends with what to do.
 *
 * Checks run in two depths. DEPTH_RENDER: what must not be printed unseen (wrong facts, and one
 * line on reading level), before every render. DEPTH_FULL: everything, for `handout check`.
 */
#ifndef HANDOUT_EXAMINE_CHECK_H
#define HANDOUT_EXAMINE_CHECK_H

#include "content/article.h"
#include "content/clinic.h"
#include "content/labels.h"
#include "examine/readability.h"

enum check_depth { DEPTH_RENDER, DEPTH_FULL, CHECK_DEPTH_COUNT };

/* The clinic's facts by themselves. */
void check_clinic(const struct clinic *clinic, enum check_depth depth, struct diag *diag);

/* An article; `clinic` may be NULL (it could not be loaded): its facts are then not compared. Gives
 * what was counted on the way. */
struct reading check_article(const struct article *article, const struct clinic *clinic,
                             const struct labels *labels, enum check_depth depth,
                             struct diag *diag);

/* Of these, what the article would print of the syntax of other programs. */
void check_syntax(const struct article *article, struct diag *diag);

#endif
