/*
 * Figures that voices say as another thing than they are: dates ("12/03/2026"), fractions and
 * pressures ("1/2", "120/80"), codes ("741741"), decimals whose sign a voice passes over, and the
 * full stop behind an address.
 */
#ifndef HANDOUT_PLAYER_SPEECH_FIGURES_H
#define HANDOUT_PLAYER_SPEECH_FIGURES_H

#include "content/labels.h"

#include <glib.h>

/* Adds what is heard for them in a text (of struct spoken_sign). `own`: the labels are in the
 * text's language; else its figures stay. */
void speech_find_figures(const char *text, const struct labels *labels, bool own, GArray *signs);

#endif
