/*
 * Everyday English words.
 */
#ifndef HANDOUT_EXAMINE_EVERYDAY_H
#define HANDOUT_EXAMINE_EVERYDAY_H

#include <stdbool.h>

/* True for an everyday word in any of its regular forms; `word` is in lower case ASCII. */
bool everyday_has(const char *word);

#endif
