/*
 * Each line takes the place of the one before.
 */
#include "run/progress.h"

#include <stdio.h>
#include <unistd.h>

#define ANEW "\r\033[K"

bool progress_is_seen(void)
{
    return isatty(STDERR_FILENO);
}

static void show_begun(void *user, unsigned n, unsigned total, const char *path)
{
    (void)user;
    fprintf(stderr, ANEW "%u of %u: %s", n, total, path);
}

static void show_heard(void *user, unsigned done, unsigned total)
{
    (void)user;
    fprintf(stderr, ANEW "%u of %u read aloud", done, total);
}

const struct listener progress_listener = {.begun = show_begun, .heard = show_heard};

void progress_clear(void)
{
    if (progress_is_seen())
        fputs(ANEW, stderr);
}
