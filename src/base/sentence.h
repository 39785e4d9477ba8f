/*
 * Sentences: where a text may be cut so that each part still makes sense. Reports count them,
 * screens are cut between them. And the words of scripts that do not part them, since both are
 * questions to Pango, which nothing else below layout asks.
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
#include <stdbool.h>

/*
 * Byte offsets behind each sentence of `text` (with the blanks that follow it), the last one its
 * length; of gsize. `text` is UTF-8 in the language `lang` (BCP 47). A full stop of one of
 * `abbreviations` ("Dr.", "z. B.", ended by NULL) ends no sentence, be it written as there or with
 * a capital ("E.g."). Owned by the caller.
 */
GArray *sentence_ends(const char *text, const char *lang, const char *const *abbreviations);

/* True for what ends a plain sentence in any script: ".", "।", "。" and the like. */
bool sentence_is_full_stop(gunichar c);

/* True for these, and for what ends a question or a call. */
bool sentence_is_stop(gunichar c);

/* True for what announces the words that follow it in any script: ":", "：", "៖" and the like. */
bool sentence_is_colon(gunichar c);

/* True for words that end so, whatever blanks stand behind. */
bool sentence_announces(const char *words);

/* True for what parts clauses, or entries of a list, in any script: ",", "、", "፣" and the like. */
bool sentence_is_comma(gunichar c);

/* True for what parts longer clauses: ";", "；", "፤" and the like. */
bool sentence_is_semicolon(gunichar c);

/* False for languages that part sentences with blanks, as they do clauses: Thai and Lao. Only the
 * stops that a text has nevertheless are then found. */
bool sentence_ends_are_marked(const char *lang);

/*
 * Bytes of the first word of the first `length` bytes of `run`, a stretch without blanks in a
 * script that parts no words by them: up to where Pango finds another word, or to the first edge of
 * what is one character to a reader behind `most` letters and marks. At least one character.
 */
gsize sentence_word(const char *run, gsize length, unsigned most);

#endif
