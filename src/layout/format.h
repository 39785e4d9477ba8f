/*
 * Formats: the products that a document can be laid out as. Each is one row of a table; adding one
 * means adding a file beside this one (or a profile) and a row in format.c.
 */
#ifndef HANDOUT_LAYOUT_FORMAT_H
#define HANDOUT_LAYOUT_FORMAT_H

#include "layout/job.h"

struct format {
    const char *name;     /* as named on the command line */
    const char *help;     /* one line */
    const char *folder;   /* below the output directory */
    const char *suffix;   /* of the file's stem, after the article's name: "-large" */
    const char *painter;  /* the painter that it is meant for, by name */
    const char *printing; /* how staff print it, for the report; NULL: it is not for the printer */
    enum medium medium;   /* what the document is to be composed for */
    const struct profile *profile;

    /* As the functions of job.h. */
    struct layout *(*lay_out)(const struct layout_job *job);
};

/* All formats, in the order that help shows them; ended by NULL. */
extern const struct format *const formats[];

/* Does the job, whose product and profile are the format's, and marks the pages of samples. */
struct layout *format_lay_out(const struct format *format, const struct layout_job *job);

/* By name; NULL when there is none. */
const struct format *format_find(const char *name);

#endif
