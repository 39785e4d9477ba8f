/*
 * Measures of a finished layout, read off its display list: what a reader gets, whatever the
 * settings asked for. Limits and sources: print-standards 1.5 and 1.6.
 */
#ifndef HANDOUT_LAYOUT_MEASURE_H
#define HANDOUT_LAYOUT_MEASURE_H

#include "layout/page.h"
#include "layout/profile.h"

struct layout_numbers {
    unsigned pages;
    double smallest;        /* [pt, Arial-equivalent] of all text */
    double contrast;        /* lowest of text against what it stands on */
    unsigned longest_line;  /* [characters] */
    double mean_line;       /* [characters] of lines in which their text does not end */
    unsigned lines;         /* most on one page, those side by side counted once */
    unsigned split_facts;   /* times that one of the facts runs over two lines */
    const char *split_fact; /* the first of them, lent by the caller's list; or NULL */
    double white;           /* least share of a page without text and pictures */
};

/* `facts`, ended by NULL: what may never run over two lines. */
struct layout_numbers layout_measure(const struct layout *layout, const char *const *facts);

/* Reports at `pos`, in messages that begin with the product's name, what is past the limits of the
 * profile. */
void layout_check(const struct layout_numbers *numbers, const char *product,
                  const struct profile *profile, struct pos pos, struct diag *diag);

#endif
