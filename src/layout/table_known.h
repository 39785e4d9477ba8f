/*
 * What a desk knows of its tables. Products set the same table again and again, to see with what
 * white space they take least paper; widths of columns go by the words alone, so that the cells are
 * measured once. Internal to table.c and the desks.
 */
#ifndef HANDOUT_LAYOUT_TABLE_KNOWN_H
#define HANDOUT_LAYOUT_TABLE_KNOWN_H

#include "layout/setter.h"

/* How the columns of a table are. */
struct table_columns {
    bool narrow;          /* they are narrower than their longest words */
    bool tall;            /* a cell has more lines than the profile's most */
    const double *widths; /* [pt] of each */
};

/* What its columns share. [pt] */
struct table_room {
    double width, words; /* of the table; what the columns have for their words */
};

/* The table's columns as they were found before, at the desk as it is put now; lent while the desk
 * is open. False: they are not known. */
bool table_known_find(const struct setter *setter, const struct block *table,
                      struct table_room room, struct table_columns *columns);

/* Remembers them, with a copy of the `n` widths. */
void table_known_remember(struct setter *setter, const struct block *table, struct table_room room,
                          const struct table_columns *columns, guint n);

#endif
