/*
 * Sentences: where a text may be cut so that each part still makes sense. Reports count them,
 * screens are cut between them.
 *
 * Sentences end as Unicode says (UAX #29), in every script; what its rules cannot know is added:
 * - An abbreviation or an initial ("J. L.", "U.S.") ends none: "Open at 9 a.m. Come in." is one.
 * - Behind a full stop, '!', '?' or '…' a new one starts only after a blank, and not with a small
 *   letter: '"Really?" she asked.' is one, and so is a web address.
 * - Khmer's khan ends one, which Pango's tables do not know. So do the stops of East Asia before a
 *   bracket or a quote, which stays with what it opens.
 * - A line end that the author asked for (U+2028) ends one, whatever stands before it.
 */
#ifndef HANDOUT_BASE_SENTENCE_H
#define HANDOUT_BASE_SENTENCE_H

#include <glib.h>

/*
 * Byte offsets behind each sentence of `text` (with the blanks that follow it), the last one its
 * length; of gsize. `text` is UTF-8 in the language `lang` (BCP 47). A full stop of one of
 * `abbreviations` ("Dr.", "z. B.", ended by NULL) ends no sentence, be it written as there or with
 * a capital ("E.g."). Owned by the caller.
 */
GArray *sentence_ends(const char *text, const char *lang, const char *const *abbreviations);

#endif
