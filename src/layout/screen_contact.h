/*
 * How to reach the clinic: its telephone number large, with the hours below it; where it is, with
 * its e-mail address.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_CONTACT_H
#define HANDOUT_LAYOUT_SCREEN_CONTACT_H

#include "layout/screen_sections.h"
#include "layout/screen_show.h"

/* True when the section holds the telephone number, and no other facts than hours and services. */
bool screen_contact_is_call(const struct section *section);

/* Each adds the screen of a section that holds just that; false, with nothing added, when it holds
 * something else, or more than fits one screen. */
bool screen_contact_add_call(struct show *show, const struct section *section, const char *title);
bool screen_contact_add_place(struct show *show, const struct section *section, const char *title);

#endif
