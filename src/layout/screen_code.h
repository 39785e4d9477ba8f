/*
 * A section with a QR code on one screen: words beside the code, where it leads below both.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_CODE_H
#define HANDOUT_LAYOUT_SCREEN_CODE_H

#include "layout/screen_sections.h"
#include "layout/screen_show.h"

/* Adds the screen; false, with nothing added, when the section has no code or more words than fit
 * one screen with it. */
bool screen_code_add(struct show *show, const struct section *section, const char *title);

/* The same of the code and where it leads, in smaller letters if need be, without the other words
 * and the topic: these are for a screen before it. */
bool screen_code_add_alone(struct show *show, const struct section *section, const char *title);

/* True where that does. */
bool screen_code_fits_alone(struct show *show, const struct section *section);

#endif
