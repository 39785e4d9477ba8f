/*
 * The door of the plug-in that knows the words of scripts without blanks.
 */
#ifndef HANDOUT_BASE_UNPARTED_PLUGIN_H
#define HANDOUT_BASE_UNPARTED_PLUGIN_H

#include "base/plugin.h"

struct unparted_plugin {
    struct plugin_head head;

    /* As unparted_edges (base/unparted.h), of a text that has a letter of such a script. */
    GArray *(*edges)(const char *text);
};

#endif
