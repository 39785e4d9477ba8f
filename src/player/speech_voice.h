/*
 * The voices of espeak-ng for the languages of articles.
 */
#ifndef HANDOUT_PLAYER_SPEECH_VOICE_H
#define HANDOUT_PLAYER_SPEECH_VOICE_H

/* The name of the voice for a language (BCP 47); static; NULL: there is none that people
 * understand. */
const char *speech_voice(const char *lang);

#endif
