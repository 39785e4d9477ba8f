/*
 * The table of painters. The order is the one that help shows.
 */
#include "paint/painter.h"

#include <string.h>

const struct painter *const painters[] = {&painter_pdf, &painter_pdf_2, &painter_png,
                                          &painter_trace, NULL};

const struct painter *painter_find(const char *name)
{
    for (size_t i = 0; painters[i]; i++)
        if (strcmp(painters[i]->name, name) == 0)
            return painters[i];
    return NULL;
}
