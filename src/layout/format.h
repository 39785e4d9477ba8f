/*
 * Formats: the products that a document can be laid out as. Each is one row of a table; adding one
 * means adding a file beside this one (or a profile) and a row in format.c.
 */
#ifndef HANDOUT_LAYOUT_FORMAT_H
#define HANDOUT_LAYOUT_FORMAT_H

#include "base/diag.h"
#include "content/style.h"
#include "document/document.h"
#include "layout/font.h"
#include "layout/page.h"
#include "layout/profile.h"

struct format;

/* One document to be laid out in one format. */
struct layout_job {
    const struct format *format;
    const struct document *document;
    const struct style *style;
    struct fonts *fonts;
    bool proof; /* show panels, folds and safe areas, for staff who check a layout */
    struct diag *diag;
};

struct format {
    const char *name;     /* as named on the command line */
    const char *help;     /* one line */
    const char *folder;   /* below the output directory */
    const char *suffix;   /* of the file's stem, after the article's name: "-large" */
    const char *painter;  /* the painter that it is meant for, by name */
    const char *printing; /* how staff print it, for the report; NULL: it is not for the printer */
    enum medium medium;   /* what the document is to be composed for */
    const struct profile *profile;

    /*
     * Lays the document out. The layout, owned by the caller, points into the document and the
     * fonts. NULL when something does not fit or a character has no font; it is reported.
     */
    struct layout *(*lay_out)(const struct layout_job *job);
};

/* All formats, in the order that help shows them; ended by NULL. */
extern const struct format *const formats[];

/* Does the job with its format's `lay_out`, and marks the pages of samples. */
struct layout *format_lay_out(const struct layout_job *job);

/* By name; NULL when there is none. */
const struct format *format_find(const char *name);

/* A layout whose metadata are the document's. For lay_out functions. */
struct layout *format_new_layout(const struct document *document);

struct layout *handout_lay_out(const struct layout_job *job);
struct layout *brochure_lay_out(const struct layout_job *job);
struct layout *booklet_lay_out(const struct layout_job *job);
struct layout *booklet_reading_lay_out(const struct layout_job *job);
struct layout *slip_lay_out(const struct layout_job *job);
struct layout *screen_lay_out(const struct layout_job *job);

#endif
