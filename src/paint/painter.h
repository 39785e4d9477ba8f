/*
 * Painters: how a finished layout becomes bytes. Each is one row of a table; adding a kind of file
 * means adding a file beside this one and a row in painter.c.
 *
 * A painter replays items in order. It measures nothing, breaks nothing, reads no article and
 * writes no file. Painters may run in several threads at once, on different layouts or different
 * pages of one.
 */
#ifndef HANDOUT_PAINT_PAINTER_H
#define HANDOUT_PAINT_PAINTER_H

#include "base/diag.h"
#include "layout/page.h"

#include <glib.h>
#include <stdbool.h>

/* What painters need to know beyond the pages. */
struct paint_job {
    const struct layout *layout; /* borrowed, as all here */
    size_t page;                 /* for painters that make one file a page: its index, from 0 */
    int width_px;                /* PNG: pixels across; the height follows from the page's shape */
    struct diag *diag;           /* where failures are reported */
};

struct painter {
    const char *name;   /* as named on the command line */
    const char *suffix; /* of its files, without the dot */
    const char *help;   /* what it makes, for the command line: lower case, no full stop */
    bool by_page;       /* one file a page; else one file for the whole layout */

    /* The file's bytes, owned by the caller; NULL when it could not be made (reported to
     * job->diag). */
    GBytes *(*paint)(const struct paint_job *job);
};

/* All painters, in the order that help shows them; ended by NULL. */
extern const struct painter *const painters[];

/* By name; NULL when there is none. */
const struct painter *painter_find(const char *name);

extern const struct painter painter_pdf;
extern const struct painter painter_png;
extern const struct painter painter_trace;

#endif
