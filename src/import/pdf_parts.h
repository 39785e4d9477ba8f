/*
 * What the files that read the words of a PDF share.
 */
#ifndef HANDOUT_IMPORT_PDF_PARTS_H
#define HANDOUT_IMPORT_PDF_PARTS_H

#include <glib.h>
#include <stdbool.h>

/* Where a word is on its page. [pt] */
struct box {
    double left, right, top, bottom;
};

/* A line of a page. */
struct row {
    GString *text;   /* owned */
    struct box base; /* of its last word of full size */
    struct box box;  /* around its words */
    double height;   /* of its longest word: lone signs of other fonts are taller [pt] */
    glong longest;   /* letters of that word */
    unsigned page;   /* from 1 */
    bool at_edge;    /* of the page */
    bool flow_ends;  /* behind it */
    bool is_running; /* stands at the edge of other pages, too */
    bool is_beside;  /* another stands beside it */
    int band;        /* it stands in the left one of two columns, by their number in all pages; in
                        the right one if below 0; 0: in none */
};

/* The same rows, each column to its end, where pages have two; owned by the caller, but for the
 * texts. */
GArray *pdf_order_columns(GArray *rows);

#endif
