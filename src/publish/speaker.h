/*
 * Has words spoken: by the program beside the main one that calls espeak-ng (src/speak). What was
 * spoken before stays in `build/store/.speech/` below the output directory, by a hash over all that
 * the sound depends on, and is not spoken again.
 */
#ifndef HANDOUT_PUBLISH_SPEAKER_H
#define HANDOUT_PUBLISH_SPEAKER_H

#include "base/diag.h"
#include "publish/report.h"

#include <glib.h>
#include <stdbool.h>

struct speaker_setup {
    const char *out_dir;
    const char *helper; /* the file of handout-speak */
    struct diag *diag;
    bool keeps_others; /* what was spoken for another show is to stay */

    /* Hears, in the caller's thread, how many of all are done; first of none. NULL: nobody does. */
    void (*heard)(void *user, unsigned done, unsigned total);
    void *user;
};

/* What speaks for it, as a path; owned by the caller; NULL: it is not installed. */
char *speaker_program(void);

/* Whether no speech (of struct speech *) has to be spoken anew, which takes a while. */
bool speaker_knows(const struct speaker_setup *setup, const GPtrArray *speeches);

/* Gives each speech (of struct speech *) its sound; several at once. One that could not be spoken
 * has none (reported), nor has any where what speaks is missing. */
void speaker_speak(const struct speaker_setup *setup, const GPtrArray *speeches,
                   struct report_speech *told);

#endif
