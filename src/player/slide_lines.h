/*
 * The lines of a screen as a browser would draw them: runs of the display list that stand together,
 * with the tag of the block that they belong to.
 */
#ifndef HANDOUT_PLAYER_SLIDE_LINES_H
#define HANDOUT_PLAYER_SLIDE_LINES_H

#include "layout/page.h"

struct slide_line {
    const struct element *block; /* lines with the same one belong together; NULL: decoration */
    const char *tag;             /* HTML name of the block's element; static */
    const char *lang;            /* borrowed; NULL: that of the page */
    bool rtl;
    double x, baseline, width; /* [pt] */
    double size;               /* [pt] */
    double tracking;           /* [em] added between letters */
    GPtrArray *runs;           /* of const struct run *, in reading order */
};

/* In reading order, of struct slide_line *; owned by the caller, pointing into the page. */
GPtrArray *slide_lines(const struct page *page);

/* The words of a line without blanks at its ends; owned by the caller. */
char *slide_line_words(const struct slide_line *line);

#endif
