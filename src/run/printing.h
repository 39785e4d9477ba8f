/*
 * Having a file printed: the helper `handout-print` does it; this knows what has to be done by hand
 * where the printer prints one side at a time.
 */
#ifndef HANDOUT_RUN_PRINTING_H
#define HANDOUT_RUN_PRINTING_H

#include "layout/page.h"

#include <stdbool.h>

enum printing_side {
    PRINTING_ASK,    /* both, in passes where the printer asks for it */
    PRINTING_FRONTS, /* of sheets that are turned by hand */
    PRINTING_BACKS,
};

/* All strings are borrowed. */
struct printing {
    const char *path;       /* of the PDF file */
    const char *title;      /* what the job is called */
    const char *media;      /* the paper, as PWG 5101.1 names it */
    const char *advice;     /* how people print the file themselves: "two-sided, 100 %" */
    const char *finishings; /* where the printer has them, parted by commas; "": none */
    const char *printer;    /* NULL: the default one */
    const char *again;      /* the command that prints the backs, for people to type */
    enum duplex duplex;
    enum printing_side side;
    unsigned pages;
    int copies, wait_s; /* wait_s [s]: for a printer that is busy; 0: as long as is usual */
    bool events;        /* tell in lines for programs, as printer/tell.h says; besides
                           "turn<tab>SHEETS" between fronts and backs */
    bool check;         /* show what the printer would be asked, and send nothing */

    /* The bytes of a file of every second page from `first` to `end` alone, for a printer that
     * cannot choose pages; the caller's. NULL, told: they cannot be made. */
    GBytes *(*make_part)(void *user, unsigned first, unsigned end);
    void *user;
};

/* Prints it, telling on standard output how that goes. Returns an exit status. */
int printing_run(const struct printing *printing);

#endif
