/*
 * The door of the plug-in for braille. One thread at a time may call its functions.
 */
#ifndef HANDOUT_EXPORT_BRAILLE_PLUGIN_H
#define HANDOUT_EXPORT_BRAILLE_PLUGIN_H

#include "base/plugin.h"
#include "export/braille_table.h"

#include <stddef.h>

struct braille_plugin {
    struct plugin_head head;

    /* True when this system has all tables of the list, whose names commas part. */
    bool (*is_there)(const char *tables);

    /* How many cells the signs become: these, each with the number of the sign that it comes from,
     * lent until the next call. None when the tables fail. */
    guint (*translate)(const char *tables, const struct braille_sign *signs, size_t n_signs,
                       const gunichar **cells, const gint **from);
};

#endif
