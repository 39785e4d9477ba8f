/* Signals that ask the program to stop. */
#include "scratch.h"

#include "base/stop.h"

#include <signal.h>

/* As the kernel sends it when a parent of several threads ends. */
static void a_second_termination_leaves_time_to_end(void **state)
{
    (void)state;
    assert_false(stop_asked());
    stop_listen();
    raise(SIGTERM);
    raise(SIGTERM);
    assert_true(stop_asked());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_second_termination_leaves_time_to_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
