/*
 * Linux tells a process of its parent's end, however that came about.
 */
#include "base/child.h"

#include <signal.h>
#include <sys/prctl.h>

void child_end_with_parent(void)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
}

static void set_up(void *user)
{
    (void)user;
    child_end_with_parent();
}

void child_launch_to_end_with_parent(GSubprocessLauncher *launcher)
{
    g_subprocess_launcher_set_child_setup(launcher, set_up, NULL, NULL);
}
