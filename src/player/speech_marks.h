/*
 * Words in the marks of SSML 1.1, so that facts in them are said as people say them: a telephone
 * number digit by digit in its groups, 988 as nine, eight, eight.
 */
#ifndef HANDOUT_PLAYER_SPEECH_MARKS_H
#define HANDOUT_PLAYER_SPEECH_MARKS_H

#include "content/labels.h"

#include <glib.h>

/* Appends `text`, in the language of the labels. */
void speech_mark(GString *ssml, const char *text, const struct labels *labels);

#endif
