/*
 * The words of a document as utterances, a sentence each: as they stand on the page and as they are
 * heard. Numbers of lists are heard, a picture is heard by its words, and so are signs that stand
 * for words.
 */
#ifndef HANDOUT_PLAYER_SPEECH_TEXT_H
#define HANDOUT_PLAYER_SPEECH_TEXT_H

#include "document/document.h"
#include "player/speech.h"

/* Adds the blocks, of const struct block *; `calls`: with the number behind what says when to call.
 * Nothing where the language has no voice. */
void speech_add_blocks(struct speech *speech, const struct document *document,
                       const GPtrArray *blocks, bool calls);

/* Adds the words as one utterance in the voice of `lang`, else in that of the labels' own. Nothing
 * where there is neither. */
void speech_add_words(struct speech *speech, const char *words, const char *lang,
                      const char *labels_lang, const struct labels *labels);

#endif
