/*
 * How far a build has come, on the line that the terminal of standard error is at.
 */
#ifndef HANDOUT_RUN_PROGRESS_H
#define HANDOUT_RUN_PROGRESS_H

#include "publish/build.h"

/* True when there is such a terminal. */
bool progress_is_seen(void);

/* Shows it; static. */
extern const struct listener progress_listener;

/* What it showed goes, so that it leaves nothing behind. */
void progress_clear(void);

#endif
