/*
 * Where the lines of a page of a PDF stand, as all who read them ask it.
 */
#include "import/pdf_parts.h"

/* Lines whose middles are closer stand beside each other. [of the smaller height] */
#define BESIDE 0.3

double pdf_height_of(struct box box)
{
    return box.bottom - box.top;
}

double pdf_middle_of(const struct row *row)
{
    return (row->box.top + row->box.bottom) / 2;
}

bool pdf_is_beside(const struct row *one, const struct row *other)
{
    double height = MIN(pdf_height_of(one->box), pdf_height_of(other->box));
    return one->page == other->page &&
           ABS(pdf_middle_of(one) - pdf_middle_of(other)) < height * BESIDE;
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    const struct row *one = *(struct row *const *)a, *other = *(struct row *const *)b;
    if (one->page != other->page)
        return one->page < other->page ? -1 : 1;
    double lower = pdf_middle_of(one) - pdf_middle_of(other);
    return lower < 0 ? -1 : lower > 0;
}

GPtrArray *pdf_sort_by_place(GArray *rows)
{
    GPtrArray *sorted = g_ptr_array_new();
    for (guint i = 0; i < rows->len; i++)
        if (!g_array_index(rows, struct row, i).is_running)
            g_ptr_array_add(sorted, &g_array_index(rows, struct row, i));
    g_ptr_array_sort(sorted, by_place);
    return sorted;
}
