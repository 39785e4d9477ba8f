/*
 * Words as sound: one utterance, spoken by espeak-ng in a process of its own, which is free
 * software under other terms than a library of this program could be.
 */
#ifndef HANDOUT_SPEAK_VOICE_H
#define HANDOUT_SPEAK_VOICE_H

#include <glib.h>

/* Samples of the voice in a second. */
#define VOICE_RATE 22050

enum voice_end {
    VOICE_SPOKEN,
    VOICE_MISSING,  /* there is no such voice, or no espeak-ng; told */
    VOICE_TOO_SLOW, /* espeak-ng took too long and was ended; told */
};

/*
 * Appends the samples (of float, -1 to 1) of `ssml`, a text in marks of SSML, in the voice of that
 * name. Silence at both ends is left out.
 */
enum voice_end voice_speak(const char *program, const char *voice, const char *ssml,
                           GArray *samples);

#endif
