/*
 * What a build has to tell: the files that it made, and its findings, as text or as JSON.
 */
#ifndef HANDOUT_PUBLISH_REPORT_H
#define HANDOUT_PUBLISH_REPORT_H

#include "base/diag.h"

#include <glib.h>
#include <stdio.h>

struct report_file {
    char *path;
    const char *article; /* interned */
    const char *format;  /* its name; static */
    unsigned pages;
    gsize bytes;
};

struct report {
    GPtrArray *files;   /* of struct report_file *: whole and in their place, new or as before */
    GPtrArray *removed; /* of char *: paths of screens that the new set no longer has */
};

struct report *report_new(void);
void report_free(struct report *report);

void report_add_file(struct report *report, struct report_file file);

/* One line a file: its path, pages and size. */
void report_print(const struct report *report, FILE *out);

/*
 * One JSON object: "findings" as `diag_to_json` gives them, "files" with path, article, format,
 * pages and bytes, "removed" paths. Owned by the caller.
 */
char *report_to_json(const struct report *report, const struct diag *diag);

#endif
