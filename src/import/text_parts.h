/*
 * What the files that read plain text share among themselves. Nobody else includes this.
 */
#ifndef HANDOUT_IMPORT_TEXT_PARTS_H
#define HANDOUT_IMPORT_TEXT_PARTS_H

#include "import/parts.h"

#include <stdbool.h>

/* The lines from one on that have bars, or are drawn between lines that do. */
struct text_barred {
    unsigned lines, rows, edges;
    unsigned cells; /* of the first row */
    bool even;      /* all rows have as many */
};

/* The lines from one on that blanks or tabs may make rows. */
struct text_gapped {
    unsigned lines;
    const GArray
        *columns; /* the cells of the row that has most, lent; NULL: there are only rulers */
    bool tabbed;  /* as programs write: one tab between two cells, even empty ones */
};

/* A line, with what is found out about it once: tables are looked for from each line on. */
struct text_line {
    const char *text;  /* lent */
    char *wide;        /* as it looks, with blanks for its tabs; owned */
    int indent, words; /* where it begins, and behind the sign of a list, if any [characters] */
    GArray *cells;     /* of struct text_cell: what gaps part; owned */
    unsigned tabs;     /* in it */
    bool bar, edge;    /* it has a bar; it is drawn between rows */
    bool ruler;        /* signs in a row, as people draw below the names of columns */
    struct text_barred barred;
    struct text_gapped gapped;
};

struct text_cell {
    size_t start, length; /* bytes of `wide` */
    int column;           /* where it starts [characters] */
};

/* A table in lines of text. */
struct text_table {
    unsigned lines;  /* that it takes; 0: there is none */
    GPtrArray *rows; /* of char *, owned: cells parted by tabs; empty: it cannot be read as rows */
    GArray *at;      /* of unsigned: the line where each row begins, from 0 */
    GArray *drawn;   /* of unsigned: the lines that only part the others */
    unsigned heads;  /* rows at the top that a line below says to name the columns */
};

/* Both: the one that begins with the first of the lines. The caller clears it. */
struct text_table text_read_drawn(const struct text_line *lines);  /* with bars */
struct text_table text_read_spaced(const struct text_line *lines); /* blanks or tabs */

/* True for a line that may be the head or foot of a page: no sentence. */
bool text_may_run(const struct input_line *line);

#define WHY_MAIL "a line of the mail's head"

/* Both find out about the line, once that is done for the one below it, `next` (NULL: none). */
void text_find_bars(struct text_line *line, const struct text_line *next);
void text_find_gaps(struct text_line *line, const struct text_line *next);

/* How long lines are that were parted for want of room. [characters] */
int text_find_width(const struct text_line *lines, guint n);

/* The head of a mail goes to the source; its lines are returned, 0 when there is none. */
guint text_add_head(struct source *source, const struct text_line *lines, guint n);

/* Line `at` of `n`, which is in no table, goes to the source. `width`: of the text. */
void text_add_line(struct source *source, int number, const struct text_line *lines, guint at,
                   guint n, int width);

struct text_table text_table_new(void);
void text_table_clear(struct text_table *table);

/* Takes `row`, which begins in line `at`. */
void text_table_add(struct text_table *table, char *row, unsigned at);

/* True when a line is drawn with such signs alone, and blanks. */
bool text_is_drawn(const char *line, const char *signs);

#endif
