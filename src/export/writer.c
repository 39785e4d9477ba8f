/*
 * The table of writers that every product can be made by. The order is the one that help shows.
 */
#include "export/writer.h"

const struct writer *const writers[] = {&writer_html, &writer_text, &writer_tree, NULL};

const struct writer *writer_find(const char *name)
{
    for (size_t i = 0; writers[i]; i++)
        if (g_str_equal(writers[i]->name, name))
            return writers[i];
    return NULL;
}
