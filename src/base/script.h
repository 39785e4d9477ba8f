/*
 * Raised and lowered characters as Unicode writes them: what such words are heard and copied as, so
 * that 10 and a small 9 are never taken for 109. Nothing is drawn with them.
 */
#ifndef HANDOUT_BASE_SCRIPT_H
#define HANDOUT_BASE_SCRIPT_H

/* The words with their raised (`raise` 1) or lowered (-1) forms; those without one stay as they
 * are, and all do for 0. Owned by the caller. */
char *script_words(const char *words, int raise);

#endif
