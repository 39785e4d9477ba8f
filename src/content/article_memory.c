/*
 * Memory of the parser's trees: they are given back all at once. A tag within an article is read by
 * a parser of its own, while the article's tree is there, so trees are stacked. Awkward: cmark does
 * not say what size a piece had that it wants larger, so each has it before it.
 */
#include "base/arena.h"
#include "content/article_parts.h"

#define CMARK_NO_SHORT_NAMES /* its NODE_... would hide ours */
#include <cmark-gfm.h>
#include <stdalign.h>
#include <string.h>

/* Of a tree: what is to be as it was when it is freed. */
struct level {
    struct arena before;
    struct level *below;
};

static _Thread_local struct {
    struct arena arena;
    struct level *last;
} memory;

struct piece {
    alignas(max_align_t) size_t size; /* [bytes] of what stands behind it */
};

static void *take(size_t size)
{
    struct piece *piece = arena_take(&memory.arena, sizeof *piece + size);
    piece->size = size;
    return piece + 1;
}

static void *take_zeroed(size_t n, size_t size)
{
    return memset(take(n * size), 0, n * size);
}

static void *resize(void *taken, size_t size)
{
    struct piece *piece = taken ? (struct piece *)taken - 1 : NULL;
    if (!piece)
        return take(size);
    if (arena_resize(&memory.arena, piece, sizeof *piece + piece->size, sizeof *piece + size)) {
        piece->size = size;
        return taken;
    }
    return memcpy(take(size), taken, MIN(piece->size, size));
}

static void give_back(void *taken)
{
    struct piece *piece = taken ? (struct piece *)taken - 1 : NULL;
    if (piece)
        arena_resize(&memory.arena, piece, sizeof *piece + piece->size, 0);
}

struct cmark_mem *markdown_memory_open(void)
{
    static cmark_mem all = {take_zeroed, resize, give_back};
    struct arena before = memory.arena;
    struct level *level = arena_take(&memory.arena, sizeof *level);
    *level = (struct level){before, memory.last};
    memory.last = level;
    return &all;
}

void markdown_memory_close(void)
{
    struct level level = *memory.last;
    memory.last = level.below;
    arena_release(&memory.arena, &level.before);
}
