/*
 * The heap that all memory is taken from: mimalloc's, and in builds for debuggers and sanitizers
 * the C library's, which this says nothing to.
 */
#ifndef HANDOUT_BASE_HEAP_H
#define HANDOUT_BASE_HEAP_H

#include <stdbool.h>

/* From now on who is refused some ends the program (base/no_memory.h) if memory is short. Not all
 * libraries tell their callers: some leave out what they had no room for, others have words of
 * their own. */
void heap_settle(void);

/* Whether memory that is freed from now on stays with the program for a while, since it is soon
 * asked for again, or goes back to the system at once. */
void heap_keep_freed(bool keep);

#endif
