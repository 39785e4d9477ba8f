/*
 * What the files of the screen format share while they lay out one show.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_SHOW_H
#define HANDOUT_LAYOUT_SCREEN_SHOW_H

#include "layout/setter.h"
#include "layout/strip.h"

struct show {
    struct setter setter;   /* works with the profile below */
    struct profile profile; /* the job's, with ratios and line gaps as they fit */
    struct layout *layout;  /* gets a page a screen; passes to the caller of screen_lay_out */
    struct rect panel;      /* [pt] the whole picture */
    struct rect safe;       /* [pt] the part of it that no panel hides */
    double cap_height;      /* [pt] of the body's capital letters */
    GPtrArray *noted;       /* of const struct element *: notes that have had their screen */
    double progress;        /* [pt] width kept for "2 of 4" at the end of the lowest line */
};

/* Sets the baseline distance of all text, as a share of the capital height. */
void screen_set_line_gap(struct show *show, double gap);

/* Says that `words` words at `pos` do not fit one screen. */
void screen_report_overflow(struct show *show, struct pos pos, unsigned words);

#endif
