/*
 * Words of health care and of offices that few readers know, and what to write instead.
 */
#ifndef HANDOUT_EXAMINE_JARGON_H
#define HANDOUT_EXAMINE_JARGON_H

#include <stddef.h>

struct jargon {
    const char *word;  /* lower case; also found with a plural 's' */
    const char *plain; /* everyday words for it */
};

/* The row for a word of `length` bytes, whatever its case; NULL. The row is static. */
const struct jargon *jargon_find(const char *word, size_t length);

#endif
