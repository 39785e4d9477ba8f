#include "paint/pdf/memory.h"

#include <glib.h>
#include <stdalign.h>
#include <stddef.h>

/* What is taken from the heap at a time: holes of that size there are enough of. [bytes] */
#define BLOCK (16 * 1024)

/* What is larger has a block of its own, lest much of one that is begun be left. [bytes] */
#define LARGE (BLOCK / 8)

struct block {
    alignas(max_align_t) struct block *before;
};

static _Thread_local struct {
    unsigned files; /* that are open */
    struct block *blocks;
    char *free; /* of the block that is begun */
    size_t left;
} memory;

void pdf_memory_open(void)
{
    memory.files++;
}

void pdf_memory_close(void)
{
    if (--memory.files > 0)
        return;
    for (struct block *block = memory.blocks, *before; block; block = before) {
        before = block->before;
        g_free(block);
    }
    memory.blocks = NULL;
    memory.left = 0;
}

/* The room of a new block. */
static char *add_block(size_t size)
{
    struct block *block = g_malloc(sizeof *block + size);
    block->before = memory.blocks;
    memory.blocks = block;
    return (char *)(block + 1);
}

void *pdf_memory_take(unsigned size)
{
    const size_t align = alignof(max_align_t);
    size_t room = (MAX(size, 1) + align - 1) / align * align; /* nothing has a place, too */
    if (room > LARGE)
        return add_block(room);
    if (room > memory.left) {
        memory.left = BLOCK - sizeof(struct block);
        memory.free = add_block(memory.left);
    }
    void *taken = memory.free;
    memory.free += room;
    memory.left -= room;
    return taken;
}

void pdf_memory_release(void *taken)
{
    (void)taken;
}
