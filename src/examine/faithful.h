/*
 * Whether a translation still says what its source says, as far as a program can see: blocks that
 * are stale, missing or too many, their shape, and in each the numbers, doses, telephones, links
 * and words that turn the sense round.
 */
#ifndef HANDOUT_EXAMINE_FAITHFUL_H
#define HANDOUT_EXAMINE_FAITHFUL_H

#include "content/article.h"
#include "content/labels.h"

/* An article in the words of its language. */
struct worded {
    const struct article *article;
    const struct labels *labels;
};

/* Reports what differs, in its place in the translation. */
void faithful_check(struct worded source, struct worded translated, struct diag *diag);

#endif
