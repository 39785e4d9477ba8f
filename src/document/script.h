/*
 * Raised and lowered characters as Unicode writes them: what such words are heard and copied as, so
 * that 10 and a small 9 are never taken for 109. Nothing is drawn with them.
 */
#ifndef HANDOUT_DOCUMENT_SCRIPT_H
#define HANDOUT_DOCUMENT_SCRIPT_H

#include <glib.h>

/* The raised (`raise` 1) or lowered (-1) form of a character; the character itself where Unicode
 * has none. */
gunichar script_form(gunichar c, int raise);

/* The same for words; owned by the caller. */
char *script_words(const char *words, int raise);

#endif
