/*
 * The ladder: what is done to words that fit no screen, each rung tried before the next, until they
 * do. Above it stand narrower lines, more screens and screens without headings (screen_plan.c).
 *
 *   - cut at line ends of the author's, between fields, at clauses, then at commas; headings also
 *     before small words; where both parts are worth a screen, and addresses only where no smaller
 *     letters hold them; items first in letters that are a little smaller
 *   - without the topic, which other screens of the section have
 *   - set in smaller letters on that screen alone, but never under the least share
 *   - cut unevenly, but not where that leaves a word or two and a rest that is too long; then
 *     between the entries of a list
 *   - at that size: names parted from what they name, sentences between words, facts between words
 *     with their label repeated, words between letters
 */
#ifndef HANDOUT_LAYOUT_SCREEN_LADDER_H
#define HANDOUT_LAYOUT_SCREEN_LADDER_H

#include "layout/screen_fit.h"

/* Changes and cuts the section's pieces until each fits a screen. False when nothing helps; the
 * index of the piece is in `culprit`. */
bool screen_climb(struct show *show, const struct section *section, GArray *pieces,
                  const struct screen_way *way, guint *culprit);

#endif
