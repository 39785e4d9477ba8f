#include "base/arena.h"

#include <glib.h>
#include <stdalign.h>

/* What is taken from the heap at a time: holes of that size there are enough of. [bytes] */
#define BLOCK (16 * 1024)

/* What is larger has a block of its own, lest much of one that is begun be left. [bytes] */
#define LARGE (BLOCK / 8)

struct arena_block {
    alignas(max_align_t) struct arena_block *before;
};

/* The room of a new block. */
static char *add_block(struct arena *arena, size_t size)
{
    struct arena_block *block = g_malloc(sizeof *block + size);
    block->before = arena->blocks;
    arena->blocks = block;
    return (char *)(block + 1);
}

/* Nothing has a place, too. */
static size_t room_of(size_t size)
{
    const size_t align = alignof(max_align_t);
    return (MAX(size, 1) + align - 1) / align * align;
}

void *arena_take(struct arena *arena, size_t size)
{
    size_t room = room_of(size);
    if (room > LARGE)
        return add_block(arena, room);
    if (room > arena->left) {
        arena->left = BLOCK - sizeof(struct arena_block);
        arena->free = add_block(arena, arena->left);
    }
    void *taken = arena->free;
    arena->free += room;
    arena->left -= room;
    return taken;
}

bool arena_resize(struct arena *arena, const void *piece, size_t size, size_t wanted)
{
    size_t room = room_of(size), other = wanted > 0 ? room_of(wanted) : 0;
    if (room > LARGE || other > room + arena->left || (const char *)piece + room != arena->free)
        return false;
    arena->free += (ptrdiff_t)other - (ptrdiff_t)room;
    arena->left = arena->left + room - other;
    return true;
}

void arena_release(struct arena *arena, const struct arena *mark)
{
    for (struct arena_block *block = arena->blocks, *before; block != mark->blocks;
         block = before) {
        before = block->before;
        g_free(block);
    }
    *arena = *mark;
}
