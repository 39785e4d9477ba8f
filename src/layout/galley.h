/*
 * A galley: the lines of a text in a column, as runs that have no place on a page yet. What a text
 * costs is spent on its galley; products set the same words again and again, to see with what white
 * space they take least paper, and each time only strips are made of it. Internal to text.c.
 */
#ifndef HANDOUT_LAYOUT_GALLEY_H
#define HANDOUT_LAYOUT_GALLEY_H

#include "layout/breaker.h"
#include "layout/page.h"

/* Where its letters stand in the column; without a baseline and a colour. */
struct galley_run {
    struct run run;
    guint span; /* index of the span it belongs to */
};

struct galley_line {
    guint runs;                 /* of the galley's, up to the last of this line */
    bool rtl;                   /* the text reads from right to left, whatever its runs do */
    bool primary;               /* all of it is in the first choice's faces */
    double ink_top, ink_height; /* [pt] of the ink, from the baseline down; 0 where nobody asks */
    double x, width;            /* [pt] of its ink and blanks, but not the blank at its end */
    enum line_end end;
};

struct galley {
    GArray *runs;    /* of struct galley_run, line by line, in the order of reading */
    GArray *lines;   /* of struct galley_line */
    double tracking; /* [em] added between letters */
    enum mess mess;  /* of lines that were broken evenly */
    bool flawed;     /* something was said of it: a letter that no face has, a word that was parted
                        or is too wide */
};

/* Without lines, but with room for so many. Counted: given back with galley_unref(). */
struct galley *galley_new(double tracking, guint lines);
struct galley *galley_ref(struct galley *galley);
void galley_unref(struct galley *galley);

#endif
