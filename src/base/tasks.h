/*
 * Tasks that several threads share. The thread that adds them keeps the last one in hand until it
 * adds another or waits: then it does that one by itself, so that where there is but one task no
 * other thread is needed.
 */
#ifndef HANDOUT_BASE_TASKS_H
#define HANDOUT_BASE_TASKS_H

#include <glib.h>
#include <stdbool.h>

struct tasks;

/* `work` is called for each task with `user`, from any thread; so many tasks at once for each
 * processor: one where they reckon, more where they wait for a disk, too. */
struct tasks *tasks_new(GFunc work, void *user, guint at_once);

/* Adds one, of this thread or from within another task. */
void tasks_add(struct tasks *tasks, void *task);

/* Does what is in hand; false: nothing is. In the thread that made `tasks`, before it waits for
 * what tasks come to. */
bool tasks_help(struct tasks *tasks);

/* When all tasks are done; in the thread that made `tasks`. */
void tasks_free(struct tasks *tasks);

#endif
