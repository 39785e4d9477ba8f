/*
 * Words, the same wherever the program counts them: in reports, on screens, over what does not fit.
 *
 * A word is what stands between blanks and holds a letter or a digit: "well-being", "and/or",
 * "9:30" and "https://clinic.example/a-b" are one each, a dash by itself is none. Scripts that part
 * no words with blanks are counted by the words that Pango finds. Thai it knows by a dictionary; of
 * the others it knows none, so they are cut where a word is as long as words are on the whole: two
 * letters of Han and kana, five of Lao, Khmer and Burmese. At 90 words a minute that is three and
 * seven and a half letters a second (lobby-standards 4.4).
 */
#ifndef HANDOUT_BASE_WORDS_H
#define HANDOUT_BASE_WORDS_H

#include <glib.h>
#include <stdbool.h>

/* Takes soft hyphens out of the text, for what is not set in lines: names, spoken words, web pages.
 * Gives `text` back; NULL of NULL. */
char *words_drop_soft_hyphens(char *text);

/* True for letters of a script that parts no words with blanks. */
bool words_unparted(gunichar letter);

/* Words in the first `length` bytes of `text`, which is UTF-8. */
unsigned words_count(const char *text, gsize length);

/* Signs that stand between blanks without a letter or digit, as a dash or "&" does: they take room,
 * and no time to read. */
unsigned words_count_signs(const char *text, gsize length);

/* True when the first `length` bytes of `text` hold a sign of a web or mail address, '@' or "://".
 * Running text without one holds none; which part of it is one tells content/address.h. */
bool words_have_address_sign(const char *text, gsize length);

/* The byte of the bracket that ends the words and has a blank before it, "(half a tablet)" of "25
 * mg (half a tablet)", where at most `before` letters stand before and `within` in it; 0: none. */
gsize words_final_bracket(const char *words, unsigned before, unsigned within);

/* True when both are the same words but for their ends, as a heading may have the plural of what a
 * column below it is called. Languages that bend words at their beginnings are not seen through. */
bool words_alike(const char *one, const char *other);

/* A word as readability formulas take it: letters, with hyphens and apostrophes inside it. Numbers,
 * addresses and numbers with units are none; "and/or" is two. */
struct word {
    const char *start;
    gsize length;     /* [bytes] */
    unsigned letters; /* letters and digits */
    bool unparted;    /* of a script that does not part words with blanks */
};

/* A walk over a text, from one such word to the next. */
struct word_walk {
    const char *at; /* behind the word found last */
    const char *end;
    bool inside; /* `at` is within what blanks part, behind a word of it */
};

/* A walk over the text from `start` to `end`, which are at the edges of characters. */
struct word_walk word_walk(const char *start, const char *end);

/* Finds the next word; false when there is none. */
bool word_next(struct word_walk *walk, struct word *out);

/* True when the word is one of `plain` (lower case ASCII; NULL ends them), whatever its case. */
bool word_is_any(const struct word *word, const char *const *plain);

#endif
