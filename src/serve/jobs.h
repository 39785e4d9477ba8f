/*
 * The jobs of the front desk: one after another, each by `handout print --events`, and what is
 * remembered of them: the last twenty, and how often each article was printed. Nothing else is
 * kept, and the file may be deleted at any time.
 */
#ifndef HANDOUT_SERVE_JOBS_H
#define HANDOUT_SERVE_JOBS_H

#include <glib.h>
#include <stdbool.h>

#define JOBS_REMEMBERED 20

/* That all went well is told for so long; what did not stays until the next job. [s] */
#define JOBS_TOLD_S 6

/* What is to be printed, or was. Strings are owned. */
struct job {
    char *name, *form;
    int copies;
    bool backs; /* of sheets that somebody has turned */
    char *at;   /* "10:42": when it was printed */
};

/* How the present or last job goes. */
struct jobs_state {
    const char *event;  /* as printer/tell.c names it: "printed", "waiting"; "turn": the sheets have
                           to be turned; "idle": there was none */
    const char *detail; /* a keyword of printer/tell.h: "media-empty"; "" */
    const struct job *job; /* NULL: there was none */
    guint waiting;         /* jobs behind it */
    bool busy;             /* it is on its way */
};

/* What was printed, whenever: it stays the same while other jobs end. Owned by the caller. */
char *job_key(const struct job *job);

struct jobs;

/* `command` are the words that print without what a job adds to them, ended by NULL; `memory` is
 * the file that remembers. Both are copied. */
struct jobs *jobs_new(const char *const *command, const char *memory);
void jobs_free(struct jobs *jobs);

void jobs_add(struct jobs *jobs, const char *name, const char *form, int copies, bool backs);

/* Takes the present job back, with the backs that it waits for. */
void jobs_stop(struct jobs *jobs);

struct jobs_state jobs_state(const struct jobs *jobs);

/* [us, monotonic] when the last one ended; 0: none has. */
gint64 jobs_ended(const struct jobs *jobs);

/* Of struct job *, the last one first; lent. */
const GPtrArray *jobs_recent(const struct jobs *jobs);

/* How often the article was printed. */
int jobs_count(const struct jobs *jobs, const char *name);

#endif
