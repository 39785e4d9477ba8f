/*
 * Signs that mean a word and that voices pass over: the dash of a range, "<", "×", "mg/kg". Each is
 * heard by the word that the language has for it (LABELS_SPOKEN_SIGNS).
 */
#ifndef HANDOUT_PLAYER_SPEECH_SIGNS_H
#define HANDOUT_PLAYER_SPEECH_SIGNS_H

#include "content/labels.h"

/* The text, which is in the language of the labels, with words for such signs; owned by the caller.
 */
char *speech_name_signs(const char *text, const struct labels *labels);

#endif
