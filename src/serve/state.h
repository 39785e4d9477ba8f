/*
 * How the printer is and how a job goes, in words for the front desk.
 */
#ifndef HANDOUT_SERVE_STATE_H
#define HANDOUT_SERVE_STATE_H

#include "content/labels.h"
#include "serve/jobs.h"
#include "serve/look.h"

/* Lent by the labels; NULL: there is nothing to say. */
struct state_words {
    const char *what; /* is so */
    const char *then; /* what happens by itself */
    bool keeps;       /* from printing */
};

struct state_words state_of_job(const struct jobs_state *state, const struct labels *labels);

struct state_words state_of_printer(const struct look_state *state, const struct labels *labels);

/* Of the printer, by what a job on its way tells of it where it tells anything, as that is newer.
 */
struct state_words state_now(const struct jobs_state *job, const struct look_state *printer,
                             const struct labels *labels);

#endif
