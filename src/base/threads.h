/*
 * Threads that are used again: one whose work is done waits for more of it, with the memory that it
 * has at hand. Those that end leave theirs to nobody: builds that follow each other would take ever
 * more.
 */
#ifndef HANDOUT_BASE_THREADS_H
#define HANDOUT_BASE_THREADS_H

#include <glib.h>

/* One that works. */
struct thread;

typedef void threads_work(void *data);

/* Does the work in a thread of its own; NULL: the computer has none to give. Any thread. */
struct thread *threads_begin(threads_work *work, void *data);

/* Waits until its work is done; NULL: there is nothing to wait for. */
void threads_end(struct thread *thread);

/* How many work side by side: one for each processor there was when this was first asked. (The
 * system reads a file for each answer.) */
guint threads_most(void);

#endif
