/*
 * The blank before a hard break, which Pango counts as part of the line and nobody sees.
 */
#ifndef HANDOUT_LAYOUT_HANGING_BLANK_H
#define HANDOUT_LAYOUT_HANGING_BLANK_H

#include <pango/pango.h>
#include <stdbool.h>

struct hanging_blank {
    int width;  /* [Pango units]; 0: there is none */
    bool leads; /* it stands at the left: the line, or what is about it, reads from the right */
};

/* Of a line of `text`. */
struct hanging_blank hanging_blank(const char *text, const PangoLayoutLine *line);

#endif
