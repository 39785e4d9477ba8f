#include "base/rows.h"

#include "base/pages.h"

#include <string.h>

/* Rows that there is room for at first. */
#define FEW 8

void rows_clear(struct rows *rows)
{
    pages_free(rows->first, rows->room * rows->size);
    *rows = (struct rows){.size = rows->size};
}

/* Room that is not written to costs nothing where there is much of it. */
static void make_room(struct rows *rows)
{
    guint more = MAX(rows->room * 2, FEW);
    rows->first = pages_grow(rows->first, rows->room * rows->size, more * rows->size);
    rows->room = more;
}

guint rows_add(struct rows *rows, const void *row)
{
    if (rows->count == rows->room)
        make_room(rows);
    memcpy(rows_at(rows, rows->count), row, rows->size);
    return rows->count++;
}

void rows_cut(struct rows *rows, guint count)
{
    rows->count = MIN(rows->count, count);
}
