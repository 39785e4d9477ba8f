/*
 * The table of writers that every product can be made by. The order is the one that help shows.
 */
#include "export/writer.h"

const struct writer *const writers[] = {&writer_html, &writer_text, &writer_tree, NULL};

struct shared *shared_new(void)
{
    struct shared *shared = g_new0(struct shared, 1);
    g_mutex_init(&shared->lock);
    return shared;
}

void shared_free(struct shared *shared)
{
    if (shared->made)
        shared->free(shared->made);
    g_mutex_clear(&shared->lock);
    g_free(shared);
}

const struct writer *writer_find(const char *name)
{
    for (size_t i = 0; writers[i]; i++)
        if (g_str_equal(writers[i]->name, name))
            return writers[i];
    return NULL;
}
