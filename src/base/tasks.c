#include "base/tasks.h"

struct tasks {
    GFunc work;
    void *user;
    GThreadPool *pool;
    GThread *owner;
    void *in_hand; /* the owner alone knows it; NULL: nothing is */
};

struct tasks *tasks_new(GFunc work, void *user, guint at_once)
{
    struct tasks *tasks = g_new0(struct tasks, 1);
    tasks->work = work;
    tasks->user = user;
    tasks->pool =
        g_thread_pool_new(work, user, (gint)(at_once * g_get_num_processors()), FALSE, NULL);
    tasks->owner = g_thread_self();
    return tasks;
}

void tasks_add(struct tasks *tasks, void *task)
{
    void *next = task;
    if (g_thread_self() == tasks->owner) {
        next = tasks->in_hand;
        tasks->in_hand = task;
    }
    if (next)
        g_thread_pool_push(tasks->pool, next, NULL);
}

bool tasks_help(struct tasks *tasks)
{
    void *task = g_steal_pointer(&tasks->in_hand);
    if (task)
        tasks->work(task, tasks->user);
    return task != NULL;
}

void tasks_free(struct tasks *tasks)
{
    while (tasks_help(tasks))
        continue;
    g_thread_pool_free(tasks->pool, FALSE, TRUE);
    g_free(tasks);
}
