/*
 * What is asked of a printer.
 */
#ifndef HANDOUT_PRINTER_TICKET_H
#define HANDOUT_PRINTER_TICKET_H

#include <glib.h>

/* As the command line says; all strings are borrowed. */
struct ticket {
    const char *file;        /* a PDF file */
    const char *title;       /* of the job, as the printer's display shows it */
    const char *sides;       /* "one-sided", "two-sided-long-edge", "two-sided-short-edge" */
    const char *media;       /* the paper, as PWG 5101.1 names it: "iso_a4_210x297mm" */
    const char *pages;       /* "1,3,5"; NULL: all */
    char *const *finishings; /* wished where the printer has them: "fold-half"; ended by NULL */
    int copies;
    int impressions; /* sides that one copy is printed on; 0: not known */
};

#endif
