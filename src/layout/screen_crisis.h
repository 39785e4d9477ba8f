/*
 * Whom to turn to at once: a number as large as the panel has room for.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_CRISIS_H
#define HANDOUT_LAYOUT_SCREEN_CRISIS_H

#include "layout/screen_sections.h"
#include "layout/screen_show.h"

/* Adds a screen for each crisis line of the section; false, with nothing added, when it is no such
 * section, or holds a line whose ways are too different for one number. */
bool screen_crisis_add(struct show *show, const struct section *section, const char *title);

#endif
