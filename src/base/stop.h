/*
 * Being told to stop, by a signal (SIGINT, SIGTERM, SIGHUP) or because something else is more
 * urgent: what is being written is brought to its end, nothing new is begun, and nothing half is
 * left behind.
 */
#ifndef HANDOUT_BASE_STOP_H
#define HANDOUT_BASE_STOP_H

#include <stdbool.h>

/* From now on such a signal is remembered; a second SIGINT ends the program at once. Signals that
 * were ignored stay so. */
void stop_listen(void);

/* From now on what is done stops, too, once `is_wanted` has said so, which any thread may ask;
 * NULL: no more, and what it said is forgotten. Not while other threads run. */
void stop_when(bool (*is_wanted)(void *user), void *user);

/* Can be read once a signal has come, for loops that wait for much else; lent. -1: nothing listens,
 * or the system has no such file left. */
int stop_fd(void);

/* Whoever does much asks this between its parts. */
bool stop_asked(void);

/* Ends the program by the signal that came, so that who waits for it sees why; returns when none
 * did. */
void stop_end(void);

#endif
