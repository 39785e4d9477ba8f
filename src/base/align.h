/*
 * Two sequences side by side: which member of one goes with which of the other, when nothing may
 * cross.
 */
#ifndef HANDOUT_BASE_ALIGN_H
#define HANDOUT_BASE_ALIGN_H

#include <glib.h>

/* A member of each; or of one alone. */
struct aligned {
    gsize one, other; /* indices; ALIGNED_NONE: nothing goes with it */
};

#define ALIGNED_NONE G_MAXSIZE

/* What it is worth that member `i` of one sequence goes with `j` of the other; 0: never. */
typedef double align_worth(const void *user, gsize i, gsize j);

/* Of struct aligned, every member once, in the order of both; those of the highest worth in all.
 * Owned by the caller. */
GArray *align_sequences(gsize ones, gsize others, align_worth *worth, const void *user);

#endif
