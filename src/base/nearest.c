/*
 * Guesses what was meant by an unknown word: the known one that fewest slips of the pen (letters
 * inserted, dropped, replaced) lead to, at most two. Awkward: "phone" for "telephone" is many
 * letters away and yet clear, so a whole part of a known word counts as the last choice.
 */
#include "base/nearest.h"

#include <glib.h>
#include <string.h>

/* Longer words are no slips of the pen; also bounds the work of the comparison. */
#define WORD_LIMIT 40

/* From here on words are strangers. */
#define FAR 3

/* Letters to insert, delete or replace to turn `a` into `b`. */
static unsigned edit_distance(const char *a, const char *b)
{
    unsigned row[WORD_LIMIT + 1];
    size_t n = strlen(b);
    for (size_t j = 0; j <= n; j++)
        row[j] = (unsigned)j;
    for (size_t i = 1; a[i - 1]; i++) {
        unsigned diagonal = row[0];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= n; j++) {
            unsigned above = row[j];
            unsigned replaced = diagonal + (a[i - 1] != b[j - 1]);
            row[j] = MIN(replaced, MIN(above, row[j - 1]) + 1);
            diagonal = above;
        }
    }
    return row[n];
}

const char *nearest_word(const char *written, const char *const *known)
{
    const char *best = NULL;
    unsigned best_distance = FAR;
    size_t length = strlen(written);
    if (length > WORD_LIMIT)
        return NULL;
    for (; *known; known++) {
        unsigned distance = strlen(*known) > WORD_LIMIT ? FAR : edit_distance(written, *known);
        if (distance >= FAR && length >= 4 && strstr(*known, written) && !best)
            best = *known;
        if (distance < best_distance && distance < strlen(*known)) {
            best = *known;
            best_distance = distance;
        }
    }
    return best;
}
