/*
 * What is known of English words. For the files of language_english alone.
 */
#ifndef HANDOUT_EXAMINE_LANGUAGE_ENGLISH_H
#define HANDOUT_EXAMINE_LANGUAGE_ENGLISH_H

#include "examine/language.h"

/*
 * How many syllables `word` (UTF-8, any case; apostrophes and hyphens allowed) has as it is said;
 * at least 1. Right for at least 92 in 100 words of the CMU Pronouncing Dictionary (print-standards
 * 2.5).
 */
unsigned english_syllables(const char *word);

/* True for an everyday word in any of its regular forms; `word` is in lower case ASCII. */
bool english_is_everyday(const char *word);

/* The row for a word of `length` bytes of health care and of offices that few readers know,
 * whatever its case, also with a plural 's'; NULL. The row is static. */
const struct jargon *english_find_jargon(const char *word, size_t length);

#endif
