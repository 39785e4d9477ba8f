/*
 * How loud speech is to people (ITU-R BS.1770-4, as EBU R 128 has it): samples weighted as ears
 * weigh them, averaged over what is not silence.
 */
#ifndef HANDOUT_SPEAK_LOUDNESS_H
#define HANDOUT_SPEAK_LOUDNESS_H

#include <glib.h>

/* Makes `count` samples (-1 to 1, `rate` in a second) as loud as all speech is, or as loud as their
 * peaks allow; silence stays as it is. */
void loudness_even(float *samples, gsize count, unsigned rate);

#endif
