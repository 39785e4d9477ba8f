/* What is heard instead of a part of a text. */
#ifndef HANDOUT_PLAYER_SPOKEN_SIGN_H
#define HANDOUT_PLAYER_SPOKEN_SIGN_H

#include "base/range.h"
#include "content/labels.h"

#include <glib.h>
#include <stdbool.h>

/* Stands in words where the number goes that they are about. */
#define SPOKEN_NUMBER "{number}"

/* Words that are heard in a place of a text. */
struct spoken_sign {
    struct range at; /* bytes that are not heard: the sign with its blanks; may be empty */
    char *words;     /* in the language of the labels' words for signs; NULL: the figures that
                        stand there, each by itself; owned */
};

/* What a language says for a sign (LABELS_SPOKEN_SIGNS); NULL: it has no words for it. Lent. */
const char *spoken_sign_words(const struct labels *labels, const char *sign);

/* Owned by the caller. */
GArray *spoken_signs_new(void);

/* Behind those that are there; `length` bytes of the words. */
void spoken_sign_add(GArray *signs, struct range at, const char *words, size_t length);

/* Figures, each by itself. */
void spoken_sign_add_figures(GArray *signs, struct range at);

/* In the order of their places, of those that overlap the first alone. */
void spoken_signs_sort(GArray *signs);

/* True when a blank parts the words from `next`, which comes behind them: any but the sign that
 * ends a clause or a bracket. */
bool spoken_sign_is_parted(const char *next);

#endif
