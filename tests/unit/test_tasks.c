/* Tasks that several threads share: which of them does what. */
#include "scratch.h"

#include "base/tasks.h"

#define MANY 1000

struct look {
    struct tasks *tasks;
    GThread *by[2]; /* who did the first, and the second */
    struct worker *worker;
    GThread *seen;
    gint begun, may_end, done;
};

static void first(void *data)
{
    struct look *look = data;
    look->by[0] = g_thread_self();
    look->worker = tasks_here(look->tasks);
    g_atomic_int_set(&look->begun, 1);
    while (!g_atomic_int_get(&look->may_end))
        g_usleep(100);
    g_atomic_int_inc(&look->done);
}

static void second(void *data)
{
    struct look *look = data;
    look->by[1] = g_thread_self();
    g_atomic_int_inc(&look->done);
}

/* For anybody: who has done the second one by then. */
static void third(void *data)
{
    struct look *look = data;
    if (!look->seen)
        look->seen = look->by[1];
    g_atomic_int_inc(&look->done);
}

/* The first one, in the hands of another thread, which goes on with it until it may end. */
static void begin_elsewhere(struct look *look)
{
    look->tasks = tasks_new(1);
    tasks_add(look->tasks, first, look);
    tasks_add(look->tasks, second, look); /* stays in hand */
    while (!g_atomic_int_get(&look->begun))
        g_usleep(100);
    assert_true(tasks_help(look->tasks));
    assert_ptr_equal(look->by[1], g_thread_self());
    assert_ptr_not_equal(look->by[0], g_thread_self());
}

static void what_is_alone_needs_no_other_thread(void **state)
{
    struct look look = {.tasks = tasks_new(4)};
    (void)state;
    tasks_add(look.tasks, second, &look);
    g_usleep(20 * 1000);
    assert_int_equal(g_atomic_int_get(&look.done), 0);
    assert_true(tasks_help(look.tasks));
    assert_ptr_equal(look.by[1], g_thread_self());
    assert_false(tasks_help(look.tasks));
    tasks_free(look.tasks);
}

static void whom_it_is_for_does_it_first(void **state)
{
    struct look look = {0};
    (void)state;
    begin_elsewhere(&look);
    tasks_add(look.tasks, third, &look);
    tasks_add(look.tasks, third, &look);
    tasks_add_for(look.tasks, look.worker, second, &look);
    g_atomic_int_set(&look.may_end, 1);
    while (g_atomic_int_get(&look.done) < 5)
        g_usleep(100);
    assert_ptr_equal(look.by[1], look.by[0]);
    assert_ptr_equal(look.seen, look.by[0]);
    tasks_free(look.tasks);
}

static void who_waits_does_what_others_have_not_come_to(void **state)
{
    struct look look = {0};
    (void)state;
    begin_elsewhere(&look);
    tasks_add_for(look.tasks, look.worker, second, &look);
    assert_true(tasks_help(look.tasks));
    assert_ptr_equal(look.by[1], g_thread_self());
    assert_false(tasks_help(look.tasks));
    g_atomic_int_set(&look.may_end, 1);
    tasks_free(look.tasks);
    assert_int_equal(look.done, 3);
}

static void who_is_idle_does_what_it_is_given(void **state)
{
    struct look look = {0};
    (void)state;
    begin_elsewhere(&look);
    g_atomic_int_set(&look.may_end, 1);
    while (g_atomic_int_get(&look.done) < 2)
        g_usleep(100);
    g_usleep(20 * 1000);
    tasks_add_for(look.tasks, look.worker, second, &look);
    while (g_atomic_int_get(&look.done) < 3)
        g_usleep(100);
    assert_ptr_equal(look.by[1], look.by[0]);
    tasks_free(look.tasks);
}

/* Adds two more, as long as there are some to add. */
struct family {
    struct tasks *tasks;
    gint left, done;
};

static void grow(void *data)
{
    struct family *family = data;
    for (int i = 0; i < 2; i++) {
        if (g_atomic_int_add(&family->left, -1) <= 0)
            continue;
        if (i == 0)
            tasks_add(family->tasks, grow, family);
        else
            tasks_add_for(family->tasks, tasks_here(family->tasks), grow, family);
    }
    g_atomic_int_inc(&family->done);
}

static void none_is_lost(void **state)
{
    (void)state;
    for (guint threads = 1; threads < 6; threads++) {
        struct family family = {.tasks = tasks_new(threads), .left = MANY};
        tasks_add(family.tasks, grow, &family);
        tasks_add(family.tasks, grow, &family);
        tasks_free(family.tasks);
        assert_int_equal(family.done, MANY + 2);
    }
}

static void without_threads_the_owner_does_all(void **state)
{
    (void)state;
    struct look look = {.tasks = tasks_new(4)};
    no_thread_is_left(true);
    for (int i = 0; i < 3; i++)
        tasks_add(look.tasks, second, &look);
    tasks_free(look.tasks);
    no_thread_is_left(false);
    assert_int_equal(look.done, 3);
    assert_ptr_equal(look.by[1], g_thread_self());
}

/* The owner may sleep until this is done. */
static gpointer add_from_outside(gpointer data)
{
    struct look *look = data;
    no_thread_is_left(true);
    tasks_add(look->tasks, second, look);
    no_thread_is_left(false);
    assert_int_equal(look->done, 1);
    return NULL;
}

static void without_threads_who_is_outside_helps_itself(void **state)
{
    (void)state;
    struct look look = {.tasks = tasks_new(1)};
    g_thread_join(g_thread_new(NULL, add_from_outside, &look));
    tasks_free(look.tasks);
    assert_int_equal(look.done, 1);
}

/* Those without threads first: one that has been begun serves those that follow. */
int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_threads_the_owner_does_all),
        cmocka_unit_test(without_threads_who_is_outside_helps_itself),
        cmocka_unit_test(what_is_alone_needs_no_other_thread),
        cmocka_unit_test(whom_it_is_for_does_it_first),
        cmocka_unit_test(who_waits_does_what_others_have_not_come_to),
        cmocka_unit_test(who_is_idle_does_what_it_is_given),
        cmocka_unit_test(none_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
