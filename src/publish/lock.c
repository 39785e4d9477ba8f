/*
 * Locks a directory by flock(2), which the system lets go of when a process ends, however it ends.
 */
#include "publish/lock.h"

#include "base/file.h"
#include "base/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

#define BETWEEN_TRIES (50 * 1000) /* [µs] */

static bool try_lock(int fd)
{
    return flock(fd, LOCK_EX | LOCK_NB) == 0;
}

/* True when the lock was had in time; errno is set when not. */
static bool wait_for(int fd, const char *directory)
{
    gint64 end = g_get_monotonic_time() + (gint64)LOCK_LIMIT * G_USEC_PER_SEC;
    bool told = false;
    while (!try_lock(fd)) {
        if ((errno != EWOULDBLOCK && errno != EINTR) || g_get_monotonic_time() >= end)
            return false;
        if (!told)
            fprintf(stderr, "handout: waiting for another program that publishes in '%s'\n",
                    directory);
        told = true;
        g_usleep(BETWEEN_TRIES);
    }
    return true;
}

static void report(const char *directory, int error, struct diag *diag)
{
    if (error != EWOULDBLOCK)
        file_report_write(directory, error, diag);
    else
        diag_report(diag, RULE_FILE_WRITE, (struct pos){.file = paths_number(directory)},
                    "another program has been publishing in '%s' for more than %d seconds: wait "
                    "until it is done, or end it",
                    directory, LOCK_LIMIT);
}

int lock_directory(const char *directory, struct diag *diag)
{
    int fd = -1;
    if (g_mkdir_with_parents(directory, 0777) == 0)
        fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0 && wait_for(fd, directory))
        return fd;
    report(directory, errno, diag);
    if (fd >= 0)
        close(fd);
    return -1;
}
