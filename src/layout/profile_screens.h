/*
 * How single kinds of screens look. Part of profile.h; the numbers stand in profile_screens.c. [em]
 * is that of the smallest letters, [lines] their baseline distance.
 */
#ifndef HANDOUT_LAYOUT_PROFILE_SCREENS_H
#define HANDOUT_LAYOUT_PROFILE_SCREENS_H

#include <glib.h>

/* A row of a table. */
extern const struct screen_card_look {
    double key;           /* [em] width of the key where it stands beside the fields */
    double pad;           /* [em] from edges to words beside them */
    double above, below;  /* [em] from edges to the capitals below, and to letters above them */
    double radius;        /* [em] */
    double rise;          /* [em] of the card's edge above the line that words hang from */
    double beside[7];     /* sizes of a key at the side, where it has one line */
    double band[3];       /* sizes of a key on top */
    double middle;        /* share of the spare height above a key at the side */
    double gap, wide_gap; /* [em] between fields, least and most */
    double hair;          /* of lines between fields ÷ the panel's shorter side */
    double letters;       /* a line that holds fewer has no room beside a key */
    double label_gap;     /* [em] between a label and what it names */
    guint short_value;    /* [letters] what is shorter stands beside the last line of its label */
} screen_card_look;

#endif
