#include "paint/pdf/memory.h"

#include "base/arena.h"

static _Thread_local struct {
    unsigned files; /* that are open */
    struct arena arena;
} memory;

void pdf_memory_open(void)
{
    memory.files++;
}

void pdf_memory_close(void)
{
    if (--memory.files == 0)
        arena_release(&memory.arena, &(struct arena){0});
}

void *pdf_memory_take(unsigned size)
{
    return arena_take(&memory.arena, size);
}

void pdf_memory_release(void *taken)
{
    (void)taken;
}
