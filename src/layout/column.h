/*
 * A column under construction: strips one under the other, with the white space between them that
 * their blocks ask for. What flow.c and the files of single kinds of blocks have in common.
 */
#ifndef HANDOUT_LAYOUT_COLUMN_H
#define HANDOUT_LAYOUT_COLUMN_H

#include "layout/setter.h"
#include "layout/strip.h"

struct column {
    struct setter *setter; /* borrowed */
    GPtrArray *strips;     /* of struct strip *, owned: the result */
    double x;              /* [pt] left edge of the text now, from that of the column */
    double width;          /* [pt] of the text now, between indents at either side */
    double full;           /* [pt] width of the column itself */
    double narrowest;      /* [pt] least width that nesting may leave to the text */
    double after;          /* [pt] white space that the last block asked for below itself */
    bool aside;            /* inside of a panel */
    bool ticks;            /* items have a tick: they are key points */
    bool after_heading;    /* the last strip belongs to a heading */
    bool vain;             /* in a trial that has failed: what would follow need not be set */
    GArray *rails;      /* of struct rail, owned: the bars beside the text now, outermost first */
    GHashTable *starts; /* lent: `struct block *` to its first strip's place, from 1; NULL: nobody
                           asks */
};

/* An empty column of `width` points. */
void column_init(struct column *column, struct setter *setter, double width);

/* Ends the column. Returns its strips, owned by the caller. */
GPtrArray *column_finish(struct column *column);

/* `n` lines of body text. [pt] */
double column_lines(const struct column *column, double n);

/* White space above what comes next, `n` lines of its own: directly below a heading of a page it is
 * the heading's. [pt] */
double column_before(const struct column *column, double n);

/* A table or card comes next: it is close to the heading that names it. */
void column_entitle(struct column *column);

/* The ground mixed with that share of the accent; the ground alone where words would not stand out
 * from it. */
struct color column_tint(const struct column *column, double share);

/* The ground mixed with that share of the accent, for lines; never the ground alone. */
struct color column_line_color(const struct column *column, double share);

/* A bar beside the strips that are appended from here on, `x` points off the indent; ends at
 * `column_end_rails`. */
void column_add_rail(struct column *column, const void *owner, double x, double width,
                     struct color color);
void column_end_rails(struct column *column, const void *owner);

/* Lets the column stand out at either side, as tables do, so that their words stand below those
 * around them; not inside of other blocks. Returns how far [pt], for `column_narrow`. */
double column_widen(struct column *column);
void column_narrow(struct column *column, double outdent);

/* From the edges of panels and cards that stand `outdent` points out of the column to their words.
 * [pt] */
double column_side(const struct column *column, double outdent);

/* Adds `strip`, which passes to the column, below the last one and at the indent now. Of `before`
 * points and what the block above asked for the larger white space comes between them. */
void column_append(struct column *column, struct strip *strip, double before);

/* Adds the strips of one text below the last one; the array is used up. */
void column_append_lines(struct column *column, GPtrArray *strips, double before);

/* What comes next is of that block, for those who ask where blocks begin. */
void column_note(struct column *column, const struct block *block);

/* Binds the strips from `first` on, of one block, and with the next one where that goes on: a fact
 * is not parted even where its group has to be. */
void column_bind(struct column *column, guint first, bool goes_on);

/* Keeps what comes next beside the last strip. */
void column_keep(struct column *column);

#endif
