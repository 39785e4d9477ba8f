/*
 * A warning: in a frame of ink from edge to edge, with a triangle and its word, in the middle of
 * the screen.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_WARNING_H
#define HANDOUT_LAYOUT_SCREEN_WARNING_H

#include "layout/screen_sections.h"
#include "layout/screen_show.h"

/* Adds the screen of a callout that warns; false, with nothing added, when the section is none, or
 * does not fit one screen. */
bool screen_warning_add(struct show *show, const struct section *section, const char *title);

#endif
