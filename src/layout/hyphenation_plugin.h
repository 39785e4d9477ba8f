/*
 * The door of the plug-in that parts words by patterns.
 */
#ifndef HANDOUT_LAYOUT_HYPHENATION_PLUGIN_H
#define HANDOUT_LAYOUT_HYPHENATION_PLUGIN_H

#include "base/plugin.h"

#include <stddef.h>

struct _HyphenDict; /* what libhyphen calls a language's patterns */

struct hyphenation_plugin {
    struct plugin_head head;

    /* Those of a file, for as long as the program runs; NULL: it is not there. */
    struct _HyphenDict *(*load)(const char *path);

    /* As hyphenation_find (layout/hyphenation.h); patterns are of one thread at a time. */
    void (*find)(struct _HyphenDict *patterns, const char *word, size_t length,
                 void (*point)(size_t offset, void *data), void *data);
};

#endif
