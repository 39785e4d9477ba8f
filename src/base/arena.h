/*
 * Memory that is given back all at once: pieces stand side by side as they were taken, and are
 * neither looked for in the heap nor joined there again, so that trees of many small ones are
 * walked in the order of the memory and leave no holes. For one thread.
 */
#ifndef HANDOUT_BASE_ARENA_H
#define HANDOUT_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroed, it is empty. */
struct arena {
    struct arena_block *blocks; /* the newest first; owned */
    char *free;                 /* of the block that is begun */
    size_t left;                /* [bytes] there */
};

/* Room for so many bytes, aligned for whatever C has; what is in it is undefined. Never NULL. */
void *arena_take(struct arena *arena, size_t size);

/* Makes the piece that was taken last, of `size` bytes, one of `wanted`, where its block has that
 * room; 0: takes it back. False: nothing is done, as with all other pieces. */
bool arena_resize(struct arena *arena, const void *piece, size_t size, size_t wanted);

/* Gives back what was taken since the arena was as in `mark`, a copy of it. */
void arena_release(struct arena *arena, const struct arena *mark);

#endif
