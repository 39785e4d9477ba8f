/*
 * The characters of a text with their widths, and the places between them where lines may end.
 * Pango has found both when it has broken a text once; with them columns of other widths are filled
 * in thought, without shaping the text for each.
 */
#ifndef HANDOUT_LAYOUT_PLACES_H
#define HANDOUT_LAYOUT_PLACES_H

#include "layout/shaped.h"

#include <pango/pango.h>
#include <stdbool.h>

struct places {
    const char *text;         /* the layout's */
    const PangoLogAttr *ends; /* the layout's: what may end before each character, and at the end */
    int n_chars;
    int *widths;    /* [Pango units] of each character */
    int blank;      /* [Pango units] of a blank that no line ends with */
    GArray *pieces; /* of struct places_piece, in reading order */
};

/* Of a layout, which must not change before `places_clear`. */
struct places places_of(PangoLayout *layout);
/* The same of a text that was shaped once. */
struct places places_shaped(const struct shaped *shaped);
void places_clear(struct places *places);

/* What is between two places where lines may end. */
struct places_piece {
    int width;   /* [Pango units] without the blanks at its end */
    int blank;   /* [Pango units] of those */
    guint end;   /* the byte behind it */
    bool spaced; /* it has several words, which stay together */
    bool last;   /* the line ends behind it, in any column */
};

/* [Pango units] that a piece takes at the end of its line: Pango counts the blank before a hard
 * break and at the end of the text. */
int places_own_width(const struct places_piece *piece);

/* A column with a text in it. */
struct column {
    int lines;
    int last;      /* [Pango units] width of the last line */
    bool one_word; /* is all that the last line has */
    bool overfull; /* words are wider than the column */
};

/* Filled line after line, in a width in Pango units. `ends`, where it is not NULL, gets the byte
 * behind each line (of gsize) in the place of what it has. */
struct column places_fill(const struct places *places, int width, GArray *ends);

#endif
