/*
 * Raised and lowered characters as Unicode writes them: what such words are heard and copied as, so
 * that 10 and a small 9 are never taken for 109. Nothing is drawn with them.
 */
#ifndef HANDOUT_DOCUMENT_SCRIPT_H
#define HANDOUT_DOCUMENT_SCRIPT_H

/* The words with their raised (`raise` 1) or lowered (-1) forms; characters without one stay as
 * they are. Owned by the caller. */
char *script_words(const char *words, int raise);

#endif
