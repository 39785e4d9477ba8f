/*
 * What is large has pages of its own. In the heap, between what comes and goes, it would leave a
 * hole each time that it grows; here it is moved by the kernel, and takes the pages alone that are
 * written to.
 */
#include "base/pages.h"

#include <string.h>
#include <sys/mman.h>

/* From how many bytes on. */
#define LARGE (32 * 1024)

static void *check(void *room, gsize size)
{
    if (room == MAP_FAILED)
        g_error("there is no memory for %" G_GSIZE_FORMAT " bytes", size);
    return room;
}

static void *take_pages(gsize size)
{
    return check(mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
                 size);
}

static void *grow_small(char *room, gsize from, gsize to)
{
    room = g_realloc(room, to);
    memset(room + from, 0, to - from);
    return room;
}

void *pages_grow(void *room, gsize from, gsize to)
{
    if (to < LARGE)
        return grow_small(room, from, to);
    if (from >= LARGE)
        return check(mremap(room, from, to, MREMAP_MAYMOVE), to);
    void *pages = take_pages(to);
    if (from > 0)
        memcpy(pages, room, from);
    g_free(room);
    return pages;
}

void pages_free(void *room, gsize size)
{
    if (size < LARGE)
        g_free(room);
    else
        munmap(room, size);
}
