/*
 * Loaded before the C library (LD_PRELOAD): liblouis and libhyphen get no memory, and end the
 * program as they do then, where not even their words find room.
 */
#include <stdlib.h>

void _lou_logMessage(int level, const char *format, ...);
void *_lou_allocMem(int what, int n, int source_most, int target_most);

void _lou_logMessage(int level, const char *format, ...)
{
    (void)level, (void)format;
}

void *_lou_allocMem(int what, int n, int source_most, int target_most)
{
    (void)what, (void)n, (void)source_most, (void)target_most;
    exit(3);
}

void *hnj_malloc(int size)
{
    (void)size;
    exit(1);
}
