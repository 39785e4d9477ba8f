/*
 * Counting words, the same way wherever the program weighs text or says how much of it is over.
 */
#ifndef HANDOUT_BASE_WORDS_H
#define HANDOUT_BASE_WORDS_H

#include <stddef.h>

/* Stretches of characters between blanks in the first `length` bytes of `text`, which is UTF-8. */
unsigned words_count(const char *text, size_t length);

#endif
