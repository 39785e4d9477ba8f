/*
 * Programs that this one starts and that are of no use without it.
 */
#ifndef HANDOUT_BASE_CHILD_H
#define HANDOUT_BASE_CHILD_H

#include <gio/gio.h>

/* In the child, before its program begins: it is told to end (SIGTERM) when this program is gone.
 */
void child_end_with_parent(void);

/* The same of whatever the launcher starts. */
void child_launch_to_end_with_parent(GSubprocessLauncher *launcher);

#endif
