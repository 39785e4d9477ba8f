/*
 * Loaded before the C library (LD_PRELOAD): liblouis gets no memory, and ends the program as it
 * does then, where not even its words find room.
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
