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

/* A file to be put into the painted one, all borrowed. */
struct attachment {
    const char *name;        /* of the file: ASCII */
    const char *type;        /* of its bytes: a media type */
    const char *description; /* of it, in words */
    bool source;             /* what the painted file was made from; else it says the same */
    GBytes *bytes;
};

/* What painters need to know beyond the pages. */
struct paint_job {
    const struct layout *layout;  /* borrowed, as all here */
    const GPtrArray *attachments; /* of const struct attachment *, by rising names, where the
                                     painter takes some; NULL: none */
    size_t page;                  /* for painters that make one file a page: its index, from 0 */
    bool marks_alone;             /* PDF: nothing to click or fill in, which could lead to pages
                                     that the layout has no more */
    int width_px;                 /* PNG: pixels across; the height follows from the page's shape */
    struct diag *diag;            /* where failures are reported */
};

struct painter {
    const char *name;   /* as named on the command line */
    const char *suffix; /* of its files, without the dot */
    const char *mark;   /* at the end of their stems, to tell them from another painter's */
    bool by_page;       /* one file a page; else one file for the whole layout */
    bool attaches;      /* takes attachments */

    /* The file's bytes, owned by the caller; NULL when it could not be made (reported to
     * job->diag). */
    GBytes *(*paint)(const struct paint_job *job);
};

/* All painters, in the order that help shows them; ended by NULL. */
extern const struct painter *const painters[];

/* By name; NULL when there is none. */
const struct painter *painter_find(const char *name);

extern const struct painter painter_pdf;
extern const struct painter painter_pdf_2;
extern const struct painter painter_png;
extern const struct painter painter_trace;

#endif
