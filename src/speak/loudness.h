/*
 * How loud speech is to people (ITU-R BS.1770-4, as EBU R 128 has it): samples weighted as ears
 * weigh them, averaged over what is not silence.
 */
#ifndef HANDOUT_SPEAK_LOUDNESS_H
#define HANDOUT_SPEAK_LOUDNESS_H

#include <glib.h>

/* Makes them as loud as all speech is, and leaves room for the peaks. */
void loudness_even(float *samples, gsize count, unsigned rate);

/* [LUFS] High enough for a loudspeaker in a room, low enough that the peaks of speech fit. */
#define LOUDNESS_TARGET (-20.0)

#endif
