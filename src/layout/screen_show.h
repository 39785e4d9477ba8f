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
    double cap_height;      /* [pt] of the body's capital letters at their legal size */
    unsigned em_px;         /* the body's em at that size, a whole number of the panel's pixels */
    double size;            /* of the letters now ÷ their legal size */
    GPtrArray *noted;       /* of const struct element *: notes that have had their screen */
    double progress;        /* [pt] width kept for "2 of 4" at the end of the lowest line, in
                               letters of the legal size */
};

/* Makes ready to lay out `job`, with a layout that has no page yet. */
void screen_show_init(struct show *show, const struct layout_job *job);

/* "2 of 4" as strips that end where lines end; owned by the caller. */
GPtrArray *screen_set_progress(struct show *show, guint part, guint parts);

/* Goes on in letters of `size` times their legal size, with a baseline distance of all text that is
 * a share of the capital height. */
void screen_use_size(struct show *show, double size, double gap);

/* Says that `words` words at `pos` do not fit one screen. */
void screen_report_overflow(struct show *show, struct pos pos, unsigned words);

/* Says from how far the screen with the words at `pos` can be read in letters of that size. */
void screen_report_distance(struct show *show, struct pos pos, double size);

#endif
