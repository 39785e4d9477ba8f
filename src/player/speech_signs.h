/*
 * Signs that mean a word and that voices pass over: the dash of a range, "<", "×", "mg/kg". Each is
 * heard by the word for it (LABELS_SPOKEN_SIGNS).
 */
#ifndef HANDOUT_PLAYER_SPEECH_SIGNS_H
#define HANDOUT_PLAYER_SPEECH_SIGNS_H

#include "base/range.h"
#include "content/labels.h"

/* Words that are heard in a place of a text. */
struct spoken_sign {
    struct range at; /* bytes that are not heard: the sign with its blanks; may be empty */
    char *words;     /* in the language of the labels' words for signs; owned */
};

/* In their order (of struct spoken_sign); owned by the caller. */
GArray *speech_find_signs(const char *text, const struct labels *labels);

#endif
