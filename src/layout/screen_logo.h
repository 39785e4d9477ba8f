/*
 * The clinic's logo where screens have its name: whole, on white where it has holes, and no larger
 * than its pixels allow.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_LOGO_H
#define HANDOUT_LAYOUT_SCREEN_LOGO_H

#include "layout/screen_show.h"

/* Gives back the name's strips, or one with the logo on their baseline, in which `words` are heard:
 * owned by the caller. Takes the strips. */
GPtrArray *screen_logo_for(struct show *show, GPtrArray *name, const char *words);

#endif
