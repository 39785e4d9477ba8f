/*
 * Words in the marks of SSML 1.1, so that facts in them are said as people say them: a telephone
 * number digit by digit in its groups, 988 as nine, eight, eight,
 * and a sign that no voice says by its word.
 */
#ifndef HANDOUT_PLAYER_SPEECH_MARKS_H
#define HANDOUT_PLAYER_SPEECH_MARKS_H

#include "content/labels.h"

#include <glib.h>

/* Appends `text`, which is in `lang`. Signs get the words of the labels. */
void speech_mark(GString *ssml, const char *text, const char *lang, const struct labels *labels);

#endif
