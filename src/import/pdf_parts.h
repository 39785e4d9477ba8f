/*
 * What the files that read the words of a PDF share.
 */
#ifndef HANDOUT_IMPORT_PDF_PARTS_H
#define HANDOUT_IMPORT_PDF_PARTS_H

#include <glib.h>
#include <stdbool.h>

/* Letters of one paragraph differ by less; headings by more. [of the smaller] */
#define PDF_SAME_SIZE 1.08

/* Where a word is on its page. [pt] */
struct box {
    double left, right, top, bottom;
};

/* Words of a line without a wide gap between them. */
struct row_cell {
    gsize start; /* byte of the line's text */
    struct box box;
};

/* A line of a page. */
struct row {
    GString *text;   /* owned */
    GArray *cells;   /* of struct row_cell, owned; what made a table is not cut into them again */
    struct box base; /* of its last word of full size */
    struct box box;  /* around its words */
    double height;   /* of its longest word: lone signs of other fonts are taller [pt] */
    glong longest;   /* letters of that word */
    unsigned page;   /* from 1 */
    bool at_edge;    /* of the page */
    bool flow_ends;  /* behind it */
    bool is_running; /* stands at the edge of other pages, too, or is printed */
    bool is_printed; /* by a browser at the edge of its page */
    bool is_beside;  /* another stands beside it */
    int band;        /* it stands in the left one of two columns, by their number in all pages; in
                        the right one if below 0; 0: in none */
    unsigned table;  /* it is a row of, by their number in all pages; 0: of none */
    bool is_spent;   /* its words stand in other rows */
};

/* [pt] */
double pdf_height_of(struct box box);
double pdf_middle_of(const struct row *row); /* of its height on the page */

/* True when both stand beside each other on a page. */
bool pdf_is_beside(const struct row *one, const struct row *other);

/* The rows of the text, lent, by their pages, and on each by their middles; owned by the caller. */
GPtrArray *pdf_sort_by_place(GArray *rows);

/* Heads and feet of pages: the same words at the same place of several. */
void pdf_find_running(GArray *rows);

/* What a browser prints about the page; `title`: as the file's own data have it, or NULL. */
void pdf_find_printed(GArray *rows, const char *title);

/* Puts the numbers and bullets of lists before the words that stand beside them. */
void pdf_join_labels(GArray *rows);

/* The same rows, each column to its end, where pages have two; owned by the caller, but for the
 * texts. */
GArray *pdf_order_columns(GArray *rows);

/* The same rows, those of each table together, with a tab between two cells; owned by the caller,
 * but for the texts and cells. */
GArray *pdf_read_tables(GArray *rows);

#endif
