#include "base/heap.h"

#ifdef HAVE_MIMALLOC

#include <mimalloc.h>

/* So long memory that is free is kept: pages of one article need what those of the one before had.
 * [ms] */
#define A_WHILE 1

void heap_keep_freed(bool keep)
{
    mi_collect(true);
    mi_option_set(mi_option_decommit_delay, keep ? A_WHILE : 0);
}

#else

void heap_keep_freed(bool keep)
{
    (void)keep;
}

#endif
