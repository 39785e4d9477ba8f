/*
 * Units of measure behind numbers, and sums of money, by their names: "5 mg/kg" is heard "5
 * milligrams per kilogram", with the words and the forms of the language (LABELS_SPOKEN_UNITS,
 * LABELS_NUMBER_FORMS).
 */
#ifndef HANDOUT_PLAYER_SPEECH_UNITS_H
#define HANDOUT_PLAYER_SPEECH_UNITS_H

#include "content/labels.h"

#include <glib.h>

/* Adds the words for the signs of units in a text (of struct spoken_sign). `per`: what is heard for
 * the stroke behind a unit; NULL: the language has no word. */
void speech_find_units(const char *text, const struct labels *labels, const char *per,
                       GArray *signs);

#endif
