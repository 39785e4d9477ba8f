/*
 * Sentences: where a text may be cut so that each part still makes sense.
 */
#ifndef HANDOUT_LAYOUT_SENTENCE_H
#define HANDOUT_LAYOUT_SENTENCE_H

#include <glib.h>

/*
 * Byte offsets behind each sentence of `text` (with the blanks that follow it), the last one its
 * length; of gsize. A full stop after one of `abbreviations` ("Dr.", ended by NULL) ends no
 * sentence. Owned by the caller.
 */
GArray *sentence_ends(const char *text, const char *lang, const char *const *abbreviations);

#endif
