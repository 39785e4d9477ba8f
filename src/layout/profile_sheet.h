/*
 * How the contact bands of handouts look. Part of profile.h; the numbers stand in profile_sheet.c.
 */
#ifndef HANDOUT_LAYOUT_PROFILE_SHEET_H
#define HANDOUT_LAYOUT_PROFILE_SHEET_H

#include <glib.h>

/* The band with the contact facts. [pt] */
extern const struct contact_look {
    double pad, row_gap, email_gap, hours_gap, days_gap;
    double left, right, column_gap;   /* of its columns */
    double spare;                     /* what the left one may give to the right one */
    double telephone_step;            /* [Arial-equivalent] by which it shrinks */
    double write_in, write_line;      /* height of the field for a missing number; its line */
    double plate, code_gap;           /* corners of the code's ground; to the words beside it */
    double widest_days;               /* share of their column */
    double widest_hours;              /* of the column: what days and times of a line may ask for */
    guint few_hours;                  /* with more lines of them, the hours take a column */
    double part_step;                 /* share of a page by which parts of a band are evened out */
    double strip_pad, ring, ring_gap; /* of the crisis strip */
    double way_gap, way_space;        /* between ways to reach it; in one, to its number */
} contact_look;

/* Who made and checked a handout. [pt] */
extern const struct about_look {
    double row_gap; /* from the heading to the facts */
} about_look;

/* Frames in the place of dark grounds, where ink is saved. [pt] */
extern const struct dark_look {
    double line;
} dark_look;

/* The most that pictures of handouts take, those wider than high and the others. [pt] */
extern const struct picture_look {
    struct {
        double width, height;
    } wide, high;
    double least, least_wide; /* width of high and of wide ones, where paper is short */
    double smallest_wide;     /* of wide ones, where one would stand alone on a page */
    double gutter;            /* from the words beside it */
    double as_high;           /* share of its height that they have, at least */
    double caption_gap;       /* to the words below one that has others beside it */
    struct {
        double gutter;    /* from a wide one to its words beside it */
        double least;     /* [em of the body] width of these */
        double rule, gap; /* above them: thickness, white space below it */
    } caption;
    double widest;   /* times its height: one that is wider takes the whole measure */
    double radius;   /* of its corners */
    double seam;     /* [radii] by which they are covered around it, too */
    unsigned beside; /* [characters] least of a line beside one, on average */
} picture_look;

/* Lines to write on. [pt] */
extern const struct questions_look {
    double first, pitch, line; /* from the words to the first; between two; thickness */
    double foot;               /* at least, below the last */
    double after;              /* [lines] the same, where something follows */
    double whole;              /* share of a page that questions with lines may be in one piece */
    guint each;                /* below a question */
    guint most, least;         /* for the reader's own */
} questions_look;

#endif
