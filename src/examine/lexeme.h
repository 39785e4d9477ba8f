/*
 * What readability formulas ask of a word. Words are kept that were met lately, in a table that
 * does not grow: the texts of a clinic repeat theirs, and counting syllables takes time.
 */
#ifndef HANDOUT_EXAMINE_LEXEME_H
#define HANDOUT_EXAMINE_LEXEME_H

#include "base/words.h"
#include "examine/language.h"

struct lexeme {
    guint8 syllables; /* 0: nobody counts them */
    bool everyday;
    bool fog; /* hard for the Fog index, were it no name */
};

/* Any thread. */
struct lexeme lexeme_of(const struct word *word, const struct language_checks *language);

#endif
