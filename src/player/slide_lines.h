/*
 * The lines of a screen with what a browser calls the block that they belong to.
 */
#ifndef HANDOUT_PLAYER_SLIDE_LINES_H
#define HANDOUT_PLAYER_SLIDE_LINES_H

#include "layout/page.h"

struct slide_line {
    const struct line *line;
    const struct element *block; /* lines with the same one belong together: an item with its
                                  * number; NULL: decoration */
    const char *tag;             /* HTML name of the block's element; static */
};

/* In reading order, of struct slide_line *; owned by the caller, pointing into the page. */
GPtrArray *slide_lines(const struct page *page);

/* The words of a line of the page without blanks at its ends; owned by the caller. */
char *slide_line_words(const struct page *page, const struct slide_line *line);

/* The same as they are heard. */
char *slide_line_heard(const struct page *page, const struct slide_line *line);

#endif
