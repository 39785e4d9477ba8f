/*
 * The slides of a show as an Anthias device is to have them: from anthias.json in the show's folder
 * (player/show_json.c), each with a name of its own by which this program knows it again. What
 * bears no such name is somebody else's, and is never touched.
 */
#ifndef HANDOUT_PUSH_SLIDES_H
#define HANDOUT_PUSH_SLIDES_H

#include "base/json.h"

#include <stdbool.h>

struct wanted {
    char *name;         /* that it has on the device; owned */
    char *path;         /* its picture; owned */
    JsonObject *fields; /* of the asset, but for `uri` and `ext`; owned */
};

/* Of struct wanted *, in the order of the show, owned by the caller. NULL: there is no show in that
 * folder (said on standard error). */
GPtrArray *slides_read(const char *folder);

/* True for names that this program gives. */
bool slides_is_ours(const char *name);

#endif
