/*
 * English words that the rules count wrongly. For syllables.c alone.
 */
#ifndef HANDOUT_EXAMINE_SYLLABLES_ENGLISH_H
#define HANDOUT_EXAMINE_SYLLABLES_ENGLISH_H

#include <stddef.h>

struct syllable_exception {
    const char *word; /* lower case */
    unsigned syllables;
};

/* Sorted by word. */
extern const struct syllable_exception syllable_exceptions[];
extern const size_t syllable_exceptions_count;

#endif
