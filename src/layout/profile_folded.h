/*
 * How what is folded looks. Part of profile.h; most numbers stand in profile_folded.c.
 */
#ifndef HANDOUT_LAYOUT_PROFILE_FOLDED_H
#define HANDOUT_LAYOUT_PROFILE_FOLDED_H

#include <glib.h>

/* What only booklets have. */
extern const struct booklet_look {
    unsigned most_pages; /* what a stapler holds */
    guint few_sections;  /* with no more of them, it needs no list of them */
    double short_of;     /* share of a page: one that ends above it has lines to write on */
    struct {
        double most, least; /* [pt] height of the drawing on the cover */
        double gap;         /* [pt] to the title */
    } art;
    double gutter;          /* [pt] that the fold takes more of a page than its outer edge */
    double sheet_thickness; /* [pt] of paper */
    double pressing;        /* how much thicker folded sheets lie than pressed ones */
    double least_creep;     /* [pt] outward push of the inner sheets, in all, that is seen */
} booklet_look;

/* The contact panel on the back of what is folded, white on the accent. [pt] */
extern const struct back_look {
    double pad, side;   /* from the ground's edges to the words: above and below, at the sides */
    double row_gap;     /* between facts */
    double around_rule; /* above and below the rule under what stands first */
    double step;        /* [Arial-equivalent] between sizes tried */
    double outset;      /* that the ground of a brochure's stands out of its text at either side */
    double qr_module;   /* side of one, at most */
    double plate;       /* corners of the white ground of the code */
    double light;       /* how much farther from black than from white grounds under words are */
    double shade;       /* share of black in grounds under words, as heads of tables have them */
} back_look;

/* The cover of what is folded. [pt] */
extern const struct cover_look {
    double logo_width, logo_height; /* at most */
    double bar, bar_gap;            /* width of the bar beside the clinic's name; to the name */
    double title_gap, subtitle_gap; /* above the title; above each line below it */
    guint title_lines;              /* at most, but in the smallest size */
    double cut_off;                 /* share of a side of a picture that may go unasked */
    double quiet;                   /* share of the accent in the ground of one shown whole */
    double credit_gap;              /* to who took it */
} cover_look;

/* What only brochures have. */
extern const struct brochure_look {
    double largest, size_step; /* [pt, Arial-equivalent] sizes tried: from the profile's floor up */
    double least_share;        /* of a panel's height, that each panel in use holds */
    double little_share;  /* of the room inside: no more text than that has its sections spread */
    double seam_costs[4]; /* by enum seam (brochure_plan.h), of an end of a panel; that one is
                             off the mean height by its own costs 1 */
    int whole_steps;      /* sizes given up at most, so that less is parted */
    double intro_pad;     /* [pt] of the ground of what stands before the first section */
    double notes_pad, notes_pitch; /* [pt] of the lines to write on; between them */
    double notes_below;            /* share of a panel that is used; with more there are none */
    double card_below; /* panels of text that a sheet folded once holds in the booklet's letters:
                          its two pages are a third wider, its letters as much larger */
    double notes_icon, notes_icon_gap; /* [pt] beside the reader's questions; to the words */
    guint notes_least;                 /* lines; fewer are left out */
    struct {
        double gap;      /* [pt] from the words above */
        double smallest; /* [pt] height below which it is left out */
    } art;               /* the drawing on the cover */
    struct {
        double fold, feed, long_edge; /* [pt] from folds, and from the edges of the sheet */
    } clearance;
    double wide_letter, wide_a4; /* [pt] width of the panels that are not tucked in, roll fold */
    struct {
        double top, length, width; /* [pt] from the edge of the sheet; of one */
    } tick;                        /* where to fold */
    struct {
        double panel_line, safe_line; /* [pt] */
        double name_size, name_rise;  /* [pt] real size; top from the lower edge */
    } proof;                          /* the view for staff: under the floor on purpose */
} brochure_look;

#endif
