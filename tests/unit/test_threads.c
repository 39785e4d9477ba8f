/* Threads that are used again. */
#include "scratch.h"

#include "base/threads.h"

struct job {
    GThread *by;
    gint begun, may_end;
};

static void work(void *data)
{
    struct job *job = data;
    job->by = g_thread_self();
    g_atomic_int_set(&job->begun, 1);
    while (!g_atomic_int_get(&job->may_end))
        g_usleep(100);
}

static struct thread *begin(struct job *job)
{
    struct thread *thread = threads_begin(work, job);
    while (!g_atomic_int_get(&job->begun))
        g_usleep(100);
    return thread;
}

static void end(struct job *job, struct thread *thread)
{
    g_atomic_int_set(&job->may_end, 1);
    threads_end(thread);
}

static void one_that_is_done_is_used_again(void **state)
{
    struct job jobs[4] = {0};
    struct thread *threads[4];
    (void)state;
    for (int i = 0; i < 2; i++)
        threads[i] = begin(&jobs[i]);
    assert_ptr_not_equal(jobs[0].by, g_thread_self());
    assert_ptr_not_equal(jobs[0].by, jobs[1].by);
    end(&jobs[0], threads[0]);
    threads[2] = begin(&jobs[2]);
    threads[3] = begin(&jobs[3]);
    assert_ptr_equal(jobs[2].by, jobs[0].by);
    assert_ptr_not_equal(jobs[3].by, jobs[0].by);
    assert_ptr_not_equal(jobs[3].by, jobs[1].by);
    for (int i = 1; i < 4; i++)
        end(&jobs[i], threads[i]);
    threads_end(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_that_is_done_is_used_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
