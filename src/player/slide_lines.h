/*
 * The lines of a screen with the block that each belongs to: what a reader takes for one paragraph.
 * The number of a list item and its first paragraph are one block, the item. A field of a card, by
 * which a row of a table stands on screens, is two: what names the column, and what the cell says.
 */
#ifndef HANDOUT_PLAYER_SLIDE_LINES_H
#define HANDOUT_PLAYER_SLIDE_LINES_H

#include "layout/page.h"

struct slide_line {
    const struct line *line;
    const struct element *block; /* NULL: decoration */
    unsigned part;               /* which of the block's texts, from 0; 0 but in fields */
    unsigned number;             /* from 1; lines with the same one are the same part of a block */
};

/* In reading order, of struct slide_line *; owned by the caller, pointing into the page. */
GPtrArray *slide_lines(const struct page *page);

/* True for a row of a table that stands as a list item, its fields as paragraphs. */
bool slide_is_card(const struct element *item);

/* True for one of its fields. */
bool slide_is_field(const struct element *element);

/* What a browser calls the block of the line ("h2", "p", "li"); static. */
const char *slide_line_tag(const struct slide_line *line);

/* The words of a line of the page without blanks at its ends; owned by the caller. */
char *slide_line_words(const struct page *page, const struct slide_line *line);

/* The same as they are heard. */
char *slide_line_heard(const struct page *page, const struct slide_line *line);

#endif
