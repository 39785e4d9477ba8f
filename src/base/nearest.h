/*
 * "Did you mean": the known word nearest to one that was mistyped.
 */
#ifndef HANDOUT_BASE_NEAREST_H
#define HANDOUT_BASE_NEAREST_H

/* The word of `known` (ended by NULL) that the writer most likely meant, or NULL when none is near.
 */
const char *nearest_word(const char *written, const char *const *known);

#endif
