/*
 * The door of the plug-in for QR codes. Any thread may call its function.
 */
#ifndef HANDOUT_BASE_QR_PLUGIN_H
#define HANDOUT_BASE_QR_PLUGIN_H

#include "base/plugin.h"

#include <glib.h>

struct qr_plugin {
    struct plugin_head head;

    /* The code of the words: `*width` rows of as many modules, a byte each, not 0 where it is dark;
     * owned by the caller. NULL with errno set: they are too long for one. */
    guint8 *(*encode)(const char *words, int *width);
};

#endif
