/*
 * Loops over pointers to what lies anywhere in memory: of a long article that is more than a
 * processor has at hand, and what is asked for only when its turn comes is waited for each time.
 */
#ifndef HANDOUT_BASE_AHEAD_H
#define HANDOUT_BASE_AHEAD_H

#include <glib.h>

/* By how many turns: what comes from memory is there by then, and what is there is not yet gone. */
#define AHEAD_TURNS 8

/* What the loop comes to later; NULL: it ends before. Lent. */
static inline void *ahead_of(const GPtrArray *array, guint index)
{
    return index + AHEAD_TURNS < array->len ? array->pdata[index + AHEAD_TURNS] : NULL;
}

/* Asks for that, at its start. */
static inline void ahead_ask(const GPtrArray *array, guint index)
{
    __builtin_prefetch(ahead_of(array, index));
}

#endif
