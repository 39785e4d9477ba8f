#include "base/threads.h"

#include "base/no_memory.h"

struct thread {
    threads_work *work; /* NULL: it has none */
    void *data;
    GCond changed; /* it has some, or none any more */
};

static GMutex mutex;               /* guards all of them */
static GQueue idle = G_QUEUE_INIT; /* of struct thread * */

static gpointer run(gpointer data)
{
    struct thread *thread = data;
    no_memory_thread();
    g_mutex_lock(&mutex);
    for (;;) {
        while (!thread->work)
            g_cond_wait(&thread->changed, &mutex);
        g_mutex_unlock(&mutex);
        thread->work(thread->data);
        g_mutex_lock(&mutex);
        thread->work = NULL;
        g_cond_signal(&thread->changed);
    }
    return NULL;
}

/* NULL: there is none to be had. */
static struct thread *thread_new(void)
{
    struct thread *thread = g_new0(struct thread, 1);
    g_cond_init(&thread->changed);
    GThread *own = g_thread_try_new("thread", run, thread, NULL);
    if (own) {
        g_thread_unref(own);
        return thread;
    }
    g_cond_clear(&thread->changed);
    g_free(thread);
    return NULL;
}

struct thread *threads_begin(threads_work *work, void *data)
{
    g_mutex_lock(&mutex);
    struct thread *thread = g_queue_pop_head(&idle);
    if (!thread)
        thread = thread_new();
    if (thread) {
        thread->data = data;
        thread->work = work;
        g_cond_signal(&thread->changed);
    }
    g_mutex_unlock(&mutex);
    return thread;
}

void threads_end(struct thread *thread)
{
    if (!thread)
        return;
    g_mutex_lock(&mutex);
    while (thread->work)
        g_cond_wait(&thread->changed, &mutex);
    g_queue_push_head(&idle, thread);
    g_mutex_unlock(&mutex);
}

guint threads_most(void)
{
    static gsize most;
    if (g_once_init_enter(&most))
        g_once_init_leave(&most, g_get_num_processors());
    return (guint)most;
}
