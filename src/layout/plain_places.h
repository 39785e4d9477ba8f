/*
 * Where lines of plain words (plain.h) may end. Pango looks at each letter several times for that;
 * but all that a word says of it is within the word, and nearly all words say nothing. Internal to
 * plain.c.
 */
#ifndef HANDOUT_LAYOUT_PLAIN_PLACES_H
#define HANDOUT_LAYOUT_PLAIN_PLACES_H

#include "layout/vocabulary.h"

#include <pango/pango.h>

/* For each of the text's `n_chars` characters, and for its end, as pango_default_break has it, but
 * only what shaped texts are asked for: is_line_break, is_mandatory_break and is_white. Owned by
 * the caller. */
PangoLogAttr *plain_places(struct vocabulary *vocabulary, const char *text, int length,
                           int n_chars);

#endif
