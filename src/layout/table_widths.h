/*
 * Widths of a table's columns: those that make it shortest. Arithmetic alone: how many lines a cell
 * takes is known beforehand for every width, so no text is set while widths are looked for.
 */
#ifndef HANDOUT_LAYOUT_TABLE_WIDTHS_H
#define HANDOUT_LAYOUT_TABLE_WIDTHS_H

#include <glib.h>

/* How many lines a cell takes. */
struct cell_fit {
    guint lines;   /* where its column is as narrow as its words allow; at least 1 */
    double *least; /* [pt] least[n - 1]: the narrowest column that n lines fit; falls; owned by
                      whoever made it */
};

struct table_fit {
    guint rows, columns;
    struct cell_fit *cells; /* row after row; borrowed */
};

/* How many lines stretches of text (struct text_stretch) take. Its `least` is the caller's. */
struct cell_fit cell_fit_of(const GArray *stretches);

/* Width of the column's widest word. [pt] */
double table_fit_word(const struct table_fit *fit, guint column);

/* Lines of the cell in a column of `width` points. */
guint cell_fit_lines(const struct cell_fit *cell, double width);

/*
 * Fills `widths` [pt], whose sum is `room`: no word is wider than its column, and the rows, each as
 * high as its tallest cell, have as few lines in all as can be found; of widths that are alike in
 * that, those that break fewest cells. The words of all columns must fit `room`.
 */
void table_widths_find(const struct table_fit *fit, double room, double *widths);

#endif
