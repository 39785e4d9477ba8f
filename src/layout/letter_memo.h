/*
 * What a vocabulary knows of letters, kept from one run to the next (base/cache.h): most texts of a
 * run that is not the first are set without HarfBuzz having to read a face's rules.
 */
#ifndef HANDOUT_LAYOUT_LETTER_MEMO_H
#define HANDOUT_LAYOUT_LETTER_MEMO_H

#include "layout/vocabulary.h"

struct letter_memo;

struct letter_memo *letter_memo_open(void);
/* Keeps what has been put into it since it was opened, with what it had. */
void letter_memo_free(struct letter_memo *memo);

/* Tells the vocabulary, as its owner's, what was put into the memo for `name`, which tells all that
 * it depends on but this program and its libraries. */
void letter_memo_take(const struct letter_memo *memo, const char *name,
                      struct vocabulary *vocabulary, const void *owner);

/* Puts all that the owner knows in the place of what was there for `name`. */
void letter_memo_put(struct letter_memo *memo, const char *name,
                     const struct vocabulary *vocabulary, const void *owner);

#endif
