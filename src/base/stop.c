/*
 * Remembers signals.
 */
#include "base/stop.h"

#include <signal.h>
#include <stddef.h>

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};

static volatile sig_atomic_t came;

static void remember(int number)
{
    came = number;
}

void stop_listen(void)
{
    struct sigaction listen = {.sa_handler = remember, .sa_flags = SA_RESTART | (int)SA_RESETHAND};
    sigemptyset(&listen.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction before;
        if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(signals[i], &listen, NULL);
    }
}

bool stop_asked(void)
{
    return came != 0;
}

void stop_end(void)
{
    if (came)
        raise(came);
}
