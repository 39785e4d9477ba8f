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
    double band[5];       /* sizes of a key on top; the first two where the panel stands */
    double middle, head;  /* shares of the spare height above a key at the side, and on top */
    double clear;         /* [em] least between that edge and the ink of the key */
    double gap, wide_gap; /* [em] between fields, least and most; */
    double high_gap;      /* most where the panel stands */
    double air;           /* [em] between them, for which a key on top becomes smaller */
    double hair;          /* of lines between fields ÷ the panel's shorter side */
    double letters;       /* a line that holds fewer has no room beside a key */
    double label_gap;     /* [em] between a label and what it names */
    guint short_value;    /* [letters] what is shorter stands beside the last line of its label */
} screen_card_look;

/* Lists. [em] of the item's letters */
extern const struct screen_list_look {
    double indent;      /* from the edge where lines start to the words of one with a disc */
    double number_disc; /* the disc of a number */
    double around;      /* both sides of a number that is too wide for it */
    double number_gap;  /* from the disc to the words */
} screen_list_look;

/* Pictures: beside words or below them, or alone above what is said of them. */
extern const struct screen_picture_look {
    double shares[3]; /* of the width, beside words; the widest at which they fit */
    double below;     /* share of the height, below words, where the panel stands */
    double title[3];  /* shares of the width, beside a title */
    double above;     /* share of the height, above one, where the panel stands */
    double gap;       /* [em] to the words */
    guint letters;    /* most that stand beside one */
    double corner;    /* [em] radius of those of one with holes, which lies on white */
    double crop;      /* share of a side that may be cut off */
    double most;      /* pixels of the panel for one of the picture's */
    double words[3];  /* sizes of the words that are said of one alone; the first beside it only */
    guint lines;      /* most of these below it, where the panel lies */
    double head;      /* [em] above them */
} screen_picture_look;

/* The clinic's logo, in the place of its name. */
extern const struct screen_logo_look {
    double height; /* [em] of it */
    double around; /* [em] of white on all sides of one with holes, with round corners */
} screen_logo_look;

/* Warnings. */
extern const struct screen_warning_look {
    double frame;      /* ÷ the panel's shorter side */
    double side;       /* [em] from the frame to words */
    double word;       /* size of the word at the head */
    double words[5];   /* sizes of what is to be heeded */
    double below_word; /* [lines] */
} screen_warning_look;

/* When to call. */
extern const struct screen_calling_look {
    double head;           /* [em] from the letters of a band to its edge */
    double icon, icon_gap; /* [em] side of the handset, from it to the number */
    double number[4];      /* sizes */
    double around;         /* [em] from the bands to the list */
    guint lines;           /* that a panel must have between them */
    guint heading;         /* most lines of the heading in small letters */
} screen_calling_look;

/* How to reach the clinic. */
extern const struct screen_contact_look {
    double number[6];  /* sizes of the telephone number, or the sentence in its place */
    double letters;    /* a line that holds fewer has no room for days in two lines beside times */
    double icon;       /* side of the handset ÷ capitals of the number */
    double icon_gap;   /* [em] from an icon to the words */
    double head, body; /* [em] from the head's letters to its edge, from that to the words */
    double tab;        /* [em] from days to their times */
    double days[5];    /* shares of the width that days may take beside their times */
    double least_gap, row_gap; /* [em] between days, least and most */
    double facts[4];           /* sizes of the address */
    double email_gap;          /* [lines] from the address to the e-mail address */
    double envelope;           /* [em] side of the envelope */
} screen_contact_look;

/* Whom to call at once. */
extern const struct screen_crisis_look {
    double head[4], name[3]; /* sizes of the heading and of the line's name */
    double largest, step;    /* of the number; by which smaller ones are tried */
    double icon;             /* side of the icons ÷ capitals of the number */
    double gap;              /* [em] from the number to them, and between them */
    double around;           /* [em] least space above and below the number */
    double large;            /* size that the number keeps where its ways are told in words */
    guint lines;             /* most of the heading, and of the ways */
} screen_crisis_look;

/* A QR code. */
extern const struct screen_code_look {
    double side, upright_side; /* of the code ÷ the panel's height; ÷ its width, where that is less
                                */
    double shares[3];          /* of that side, where the code gives way to words */
    double gap;                /* [em] from the code to words */
    double words[4], foot[2];  /* sizes of the words beside it, and of where it leads */
} screen_code_look;

/* What is news for a day. */
extern const struct screen_news_look {
    double title[6], body[3]; /* sizes */
    double disc, disc_above;  /* [em] the disc with "i", at the side and above */
    double disc_gap;          /* [em] from the disc to the title */
    double head, below;       /* [em] from the title's letters to the edge, from that to the body */
} screen_news_look;

/* Tiles: shapes without meaning. */
extern const struct screen_tiles_look {
    double sides;                    /* in the panel's shorter side */
    double beside, above;            /* [em] from words, at least */
    guint columns, rows;             /* on title screens */
    guint quiet_columns, quiet_rows; /* on others */
    guint high_columns;              /* where the panel stands, on all */
    guint high_quiet_rows;           /* and on others than title screens */
} screen_tiles_look;

#endif
