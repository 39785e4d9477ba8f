/*
 * Remembers signals, and that something was more urgent: once that was said it stays so, as what is
 * left out by then is missing.
 */
#include "base/stop.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <unistd.h>

/* A second one from the keyboard ends us at once. SIGTERM comes twice by itself: the kernel sends
 * what prctl(PR_SET_PDEATHSIG) asked for as each thread of the parent ends. */
static const struct {
    int number, flags;
} signals[] = {{SIGINT, (int)SA_RESETHAND}, {SIGTERM, 0}, {SIGHUP, 0}};

static atomic_int came; /* threads ask, too */
static volatile int told_fd = -1;

static bool (*is_stop_wanted)(void *user);
static void *asked_user;
static atomic_bool wanted;

static void remember(int number)
{
    int error = errno;
    ssize_t written = write(told_fd, &(uint64_t){1}, sizeof(uint64_t));
    (void)written; /* `came` says the same */
    errno = error;
    came = number;
}

void stop_listen(void)
{
    if (told_fd < 0)
        told_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction listen = {.sa_handler = remember,
                                   .sa_flags = SA_RESTART | signals[i].flags};
        struct sigaction before;
        sigemptyset(&listen.sa_mask);
        if (sigaction(signals[i].number, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(signals[i].number, &listen, NULL);
    }
}

int stop_fd(void)
{
    return told_fd;
}

void stop_when(bool (*is_wanted)(void *user), void *user)
{
    is_stop_wanted = is_wanted;
    asked_user = user;
    atomic_store(&wanted, false);
}

bool stop_asked(void)
{
    if (is_stop_wanted && !atomic_load(&wanted) && is_stop_wanted(asked_user))
        atomic_store(&wanted, true);
    return came != 0 || atomic_load(&wanted);
}

void stop_end(void)
{
    if (!came)
        return;
    signal(came, SIG_DFL);
    raise(came);
}
