/*
 * How a job goes, in words for the front desk.
 */
#ifndef HANDOUT_SERVE_STATE_H
#define HANDOUT_SERVE_STATE_H

#include "serve/jobs.h"

/* One or two sentences; "": there is nothing to say. Owned by the caller. */
char *state_words(const struct jobs_state *state);

#endif
