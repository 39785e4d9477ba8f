/*
 * Signs that mean a word and that voices pass over: the dash of a range, "<", "×", "mg/kg". Each is
 * heard by the word for it (LABELS_SPOKEN_SIGNS).
 */
#ifndef HANDOUT_PLAYER_SPEECH_SIGNS_H
#define HANDOUT_PLAYER_SPEECH_SIGNS_H

#include "content/labels.h"

#include <glib.h>

/* For words in `lang` (BCP 47), in their order (of struct spoken_sign); owned by the caller. Where
 * the labels are in another language, nothing is said in it that the voice of `lang` says, too. */
GArray *speech_find_signs(const char *text, const char *lang, const struct labels *labels);

#endif
