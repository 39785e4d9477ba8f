/*
 * Files of products between the press and the report. Of those that are done with, as many as there
 * are, only what is to be told of them is kept. Internal to press.c.
 */
#ifndef HANDOUT_PUBLISH_OUTPUTS_H
#define HANDOUT_PUBLISH_OUTPUTS_H

#include "base/diag.h"
#include "publish/report.h"
#include "publish/wall.h"

#include <glib.h>
#include <stdbool.h>

/* A file of a product, or a screen. */
struct output {
    struct screen *screen; /* lent by the wall; NULL: a file of its own */
    bool made;             /* whole and in its place */
    bool as_claimed;       /* before this build: nothing else is to be told of it */
    guint place;           /* among the files that are claimed, beside no screen */
    struct report_file file;
};

struct outputs;

/* `diag` is borrowed; `files`: about so many are to be claimed, 0: it is not known. */
struct outputs *outputs_new(struct diag *diag, guint files);

/* One more, behind the others; lent until it is left. */
struct output *outputs_add(struct outputs *outputs);

/* The same for a file, copied; `as_claimed`: as in the output, and its path is lent until it is
 * left. NULL, reported, when another product has this path already. */
struct output *outputs_claim(struct outputs *outputs, const struct report_file *file,
                             bool as_claimed);

/* Nobody asks for these (struct output *) any more. Any thread. */
void outputs_leave(struct outputs *outputs, const GPtrArray *left);

/* When all are left: tells of those that are made, in the order in which they were added. Frees the
 * outputs. */
void outputs_finish(struct outputs *outputs, struct report *report);

#endif
