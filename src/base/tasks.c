#include "base/tasks.h"

#include "base/threads.h"

struct task {
    tasks_work *work;
    void *data;
};

struct worker {
    struct tasks *tasks;
    struct thread *thread; /* NULL: the owner's */
    GQueue own;            /* of struct task *: what it does best itself */
    GCond wanted;
    bool idle;
};

struct tasks {
    guint most; /* workers, with the owner */
    struct worker *owner;
    GThread *owner_thread;
    GMutex mutex;         /* guards the rest, and the workers */
    GPtrArray *workers;   /* of struct worker *, the owner first */
    GQueue common;        /* of struct task *: for any worker */
    struct task *in_hand; /* of the owner; NULL: nothing is */
    bool ends;
};

static GPrivate current; /* struct worker *, but in an owner's thread */

static void worker_free(struct worker *worker)
{
    g_cond_clear(&worker->wanted);
    g_free(worker);
}

static struct worker *add_worker(struct tasks *tasks)
{
    struct worker *worker = g_new0(struct worker, 1);
    worker->tasks = tasks;
    g_queue_init(&worker->own);
    g_cond_init(&worker->wanted);
    g_ptr_array_add(tasks->workers, worker);
    return worker;
}

struct tasks *tasks_new(guint threads)
{
    struct tasks *tasks = g_new0(struct tasks, 1);
    tasks->most = threads + 1;
    tasks->workers = g_ptr_array_new_with_free_func((GDestroyNotify)worker_free);
    g_queue_init(&tasks->common);
    g_mutex_init(&tasks->mutex);
    tasks->owner = add_worker(tasks);
    tasks->owner_thread = g_thread_self();
    return tasks;
}

struct worker *tasks_here(const struct tasks *tasks)
{
    struct worker *worker = g_private_get(&current);
    return worker && worker->tasks == tasks ? worker : tasks->owner;
}

/* Its own come first, which hold most room; then what nobody has come to. NULL: there is none. */
static struct task *find_task(struct worker *worker)
{
    struct tasks *tasks = worker->tasks;
    struct task *task = g_queue_pop_head(&worker->own);
    if (!task && worker == tasks->owner)
        task = g_steal_pointer(&tasks->in_hand);
    if (!task)
        task = g_queue_pop_head(&tasks->common);
    for (guint i = 0; i < tasks->workers->len && !task; i++)
        task = g_queue_pop_head(&((struct worker *)tasks->workers->pdata[i])->own);
    return task ? task : g_steal_pointer(&tasks->in_hand);
}

static void do_task(struct task *task)
{
    task->work(task->data);
    g_free(task);
}

static void wait_idle(struct worker *worker)
{
    worker->idle = true;
    while (worker->idle)
        g_cond_wait(&worker->wanted, &worker->tasks->mutex);
}

static void run(void *data)
{
    struct worker *worker = data;
    struct tasks *tasks = worker->tasks;
    g_private_set(&current, worker);
    g_mutex_lock(&tasks->mutex);
    for (;;) {
        struct task *task = find_task(worker);
        if (!task && tasks->ends)
            break;
        if (!task) {
            wait_idle(worker);
            continue;
        }
        g_mutex_unlock(&tasks->mutex);
        do_task(task);
        g_mutex_lock(&tasks->mutex);
    }
    g_mutex_unlock(&tasks->mutex);
    g_private_set(&current, NULL);
}

static void wake(struct worker *worker)
{
    if (!worker->idle)
        return;
    worker->idle = false;
    g_cond_signal(&worker->wanted);
}

/* None is added where the computer has no thread left to give. */
static void start_worker(struct tasks *tasks)
{
    struct worker *worker = add_worker(tasks);
    worker->thread = threads_begin(run, worker);
    if (!worker->thread)
        g_ptr_array_set_size(tasks->workers, (int)tasks->workers->len - 1);
}

/* Somebody who has nothing to do, or is new; nobody, if all have. False: there is only the owner.
 */
static bool wake_one(struct tasks *tasks)
{
    for (guint i = 0; i < tasks->workers->len; i++) {
        struct worker *worker = tasks->workers->pdata[i];
        if (worker->idle) {
            wake(worker);
            return true;
        }
    }
    if (tasks->workers->len < tasks->most)
        start_worker(tasks);
    return tasks->workers->len > 1;
}

static struct task *task_new(tasks_work *work, void *data)
{
    struct task *task = g_new(struct task, 1);
    *task = (struct task){work, data};
    return task;
}

void tasks_add(struct tasks *tasks, tasks_work *work, void *data)
{
    struct task *task = task_new(work, data);
    g_mutex_lock(&tasks->mutex);
    bool owned = g_thread_self() == tasks->owner_thread;
    if (owned) {
        struct task *before = tasks->in_hand;
        tasks->in_hand = task;
        task = before;
    }
    if (task && (wake_one(tasks) || owned))
        g_queue_push_tail(&tasks->common, g_steal_pointer(&task));
    g_mutex_unlock(&tasks->mutex);
    if (task) /* the owner may sleep */
        do_task(task);
}

void tasks_add_for(struct tasks *tasks, struct worker *worker, tasks_work *work, void *data)
{
    struct task *task = task_new(work, data);
    g_mutex_lock(&tasks->mutex);
    g_queue_push_tail(&worker->own, task);
    if (worker->idle)
        wake(worker);
    else if (worker != tasks->owner)
        wake_one(tasks);
    g_mutex_unlock(&tasks->mutex);
}

bool tasks_help(struct tasks *tasks)
{
    g_mutex_lock(&tasks->mutex);
    struct task *task = find_task(tasks->owner);
    g_mutex_unlock(&tasks->mutex);
    if (task)
        do_task(task);
    return task != NULL;
}

/* From now on nobody is added. */
static void end(struct tasks *tasks)
{
    g_mutex_lock(&tasks->mutex);
    tasks->ends = true;
    for (guint i = 0; i < tasks->workers->len; i++)
        wake(tasks->workers->pdata[i]);
    g_mutex_unlock(&tasks->mutex);
}

void tasks_free(struct tasks *tasks)
{
    while (tasks_help(tasks))
        continue;
    end(tasks);
    for (guint i = 0; i < tasks->workers->len; i++) {
        const struct worker *worker = tasks->workers->pdata[i];
        threads_end(worker->thread);
    }
    g_ptr_array_unref(tasks->workers);
    g_mutex_clear(&tasks->mutex);
    g_free(tasks);
}
