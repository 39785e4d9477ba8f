/*
 * What is said aloud of a page: utterance after utterance, in one file of sound. Sentences of the
 * page are lit while they are heard; names of its controls are heard by whoever does not see them.
 *
 * A speech is gathered first, then spoken by others (publish/speaker.h), then told to the page.
 */
#ifndef HANDOUT_PLAYER_SPEECH_H
#define HANDOUT_PLAYER_SPEECH_H

#include "base/json.h"

#include <glib.h>
#include <stdbool.h>

struct utterance {
    char *seen;         /* the words as they stand on the page; owned */
    char *voice;        /* of espeak-ng; owned */
    char *ssml;         /* the same words as they are said, without tabs and line ends; owned */
    unsigned pause_ms;  /* silence behind them */
    unsigned begins_ms; /* in the sound, once there is one */
};

struct speech {
    char *name;            /* stem of its file; owned */
    GPtrArray *utterances; /* of struct utterance *, owned */
    GBytes *sound;         /* Opus in Ogg; NULL: not spoken (yet) */
    unsigned length_ms;    /* of it */
    char *file;            /* its name in the show, by its bytes; owned; NULL: not spoken */
};

struct speech *speech_new(const char *name);
void speech_free(void *speech);

/* Adds an utterance; takes `ssml`. */
void speech_add(struct speech *speech, const char *seen, const char *voice, char *ssml,
                unsigned pause_ms);

/* Everything that its sound depends on, a line an utterance, as handout-speak reads it: the voice,
 * the silence behind it and the words in marks. Owned by the caller. */
char *speech_request(const struct speech *speech);

/* Takes what came of the request: the sound, and a line an utterance with the millisecond at which
 * it begins, at the end one with the length of all. False, and nothing is taken: they do not fit.
 */
bool speech_take(struct speech *speech, GBytes *sound, const char *places);

/* {"src": FILE, "said": [[SEEN, BEGINS, ENDS], ...]} in seconds; nothing when it is not spoken. */
void speech_add_json(JsonBuilder *builder, const char *name, const struct speech *speech);

#endif
