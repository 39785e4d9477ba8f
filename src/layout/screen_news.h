/*
 * What is news for a day: its title on the accent from edge to edge, beside a disc with "i"; what
 * it says below.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_NEWS_H
#define HANDOUT_LAYOUT_SCREEN_NEWS_H

#include "layout/screen_sections.h"
#include "layout/screen_show.h"

/* Adds the screen of a section under the title of an announcement; false, with nothing added, when
 * it is no such section, or does not fit one screen. */
bool screen_news_add(struct show *show, const struct section *section, const char *title);

#endif
