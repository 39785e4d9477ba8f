/*
 * Tasks that several threads share. The thread that adds them keeps the last one in hand until it
 * adds another or waits: then it does that one by itself, so that where there is but one task no
 * other thread is needed. While it waits it does whatever is left to do, as the others do.
 */
#ifndef HANDOUT_BASE_TASKS_H
#define HANDOUT_BASE_TASKS_H

#include <glib.h>
#include <stdbool.h>

struct tasks;

typedef void tasks_work(void *task);

/* So many threads at most, one or more, beside the owner's, which is the caller's; fewer, or none,
 * where the computer gives no more: then the owner does what is left. */
struct tasks *tasks_new(guint threads);

/* Adds one, from any thread; one that is none of these does it at once when there is nobody else.
 */
void tasks_add(struct tasks *tasks, tasks_work *work, void *task);

/* One of the threads; borrowed until tasks_free. */
struct worker;

/* The one that asks, or the owner's. */
struct worker *tasks_here(const struct tasks *tasks);

/* Adds one for that thread, which has made what the task reads: the processor has it at hand, and
 * room is given back where it was taken. Another thread does it when it has nothing else to do. */
void tasks_add_for(struct tasks *tasks, struct worker *worker, tasks_work *work, void *task);

/* Does one; false: all are done, or others do them. In the owner's thread, before it waits for what
 * tasks come to. */
bool tasks_help(struct tasks *tasks);

/* When all tasks are done; in the owner's thread. */
void tasks_free(struct tasks *tasks);

#endif
