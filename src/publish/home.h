/*
 * The language of the house: what its visitors read unless a screen says otherwise.
 */
#ifndef HANDOUT_PUBLISH_HOME_H
#define HANDOUT_PUBLISH_HOME_H

#include "content/glance.h"

#include <glib.h>

/* The language of most of the articles at `paths`, of the first of these where several have as
 * many. Translations count only where there is nothing else. Interned; NULL: there are none. */
const char *home_lang(const GPtrArray *paths, struct glances *glances);

#endif
