/*
 * Plug-ins: parts of the program that need libraries which most runs shall not wait for, so they
 * are loaded when they are first needed. Each is made of
 *
 *   NAME_plugin.h    its door: a struct of functions behind a plugin_head;
 *   NAME_plugin.c    the functions, which alone know the library, and the door itself, which is
 *                    called plugin_door and is all that others see of the plug-in;
 *   handout-NAME.so  what both become (Makefile), a part of the program (base/program.h).
 *
 * A plug-in calls its libraries and nothing in the program: what it needs of it is given to it, or
 * linked into it, too.
 */
#ifndef HANDOUT_BASE_PLUGIN_H
#define HANDOUT_BASE_PLUGIN_H

#include "base/program.h"

#include <glib.h>
#include <gmodule.h>

/* What the program knows of a plug-in: one static variable each. */
struct plugin {
    const char *name; /* of its files */
    const char *work; /* what it is for, as a message says it: "its part for braille" */
    gsize door;       /* 0: it has not been needed yet */
};

/* What every door begins with; HANDOUT_VERSION, as the plug-in was built. */
struct plugin_head {
    const char *version;
};

/*
 * The door, for as long as the program runs; any thread may ask. Where the plug-in is missing, or
 * was built for another version, the program has been installed in a wrong way and no content can
 * be at fault: a message says so, and the program ends with exit status 3.
 */
const void *plugin_open(struct plugin *plugin);

/* The files of all plug-ins, of char *, in the order of their names; owned by the caller. */
GPtrArray *plugin_files(void);

#endif
