/*
 * Standard output may be a full disk, or closed.
 */
#include "base/output.h"

#include <errno.h>
#include <glib.h>
#include <stdio.h>

bool output_flush(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return true;
    fprintf(stderr, "handout: the report cannot be written to standard output: %s\n",
            g_strerror(errno));
    return false;
}
