/*
 * Rows of one size, as many as come, in an array that leaves no holes (base/pages.h).
 */
#ifndef HANDOUT_BASE_ROWS_H
#define HANDOUT_BASE_ROWS_H

#include <glib.h>

/* To be begun with the size alone. [bytes] */
struct rows {
    gsize size; /* of one */
    char *first;
    guint count, room; /* rows */
};

void rows_clear(struct rows *rows);

/* Puts a copy behind the others. Its place. */
guint rows_add(struct rows *rows, const void *row);

/* Only so many of the first stay. */
void rows_cut(struct rows *rows, guint count);

/* Lent until one is added. */
static inline void *rows_at(const struct rows *rows, guint place)
{
    return rows->first + place * rows->size;
}

#endif
