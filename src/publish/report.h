/*
 * What a build has to tell: the files that it made, and its findings, as text or as JSON.
 */
#ifndef HANDOUT_PUBLISH_REPORT_H
#define HANDOUT_PUBLISH_REPORT_H

#include "base/diag.h"

#include <glib.h>
#include <stdio.h>

/* What can be said about a lobby screen beside its file. */
struct report_screen {
    unsigned words, lines, seconds; /* seconds: time on the display; 0: the file is no screen */
    double cap_mm, arcmin;          /* least height of capital letters, as seen from the distance */
    double contrast;                /* smallest, of text */
    double d20_m;                   /* [m] from where a 20/20 reader can read it; 0: not known */
    const char *binding;            /* what set the height: "distance" or "mounting"; static */
};

struct report_file {
    char *path;
    const char *article;  /* interned */
    const char *format;   /* its name; static */
    const char *printing; /* how to print it; static; NULL: it is not for the printer */
    unsigned pages;       /* 0: it has none */
    gsize bytes;
    struct report_screen screen;
};

struct report {
    GPtrArray *files;   /* of struct report_file *: whole and in their place, new or as before */
    GPtrArray *removed; /* of char *: paths of files of the show that the new one no longer has */
    unsigned loop_s;    /* [s] one round of the show; 0: no show was made */
};

struct report *report_new(void);
void report_free(struct report *report);

void report_add_file(struct report *report, struct report_file file);

/* One line a file: its path, pages and size; for screens what can be said about them; the length of
 * the show. */
void report_print(const struct report *report, FILE *out);

/* The last line: how many files lie in which folder, and how many warnings and errors there were.
 */
void report_print_verdict(const struct report *report, const struct diag *diag, FILE *out);

/*
 * One JSON object: "findings" as `diag_to_json` gives them, "files" with path, article, format,
 * pages, bytes and for screens an object "screen" with the members of struct report_screen,
 * "removed" paths, "loop_s". Owned by the caller.
 */
char *report_to_json(const struct report *report, const struct diag *diag);

#endif
