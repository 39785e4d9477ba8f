/*
 * Opening hours as rows of days and times, and services as one more, below the telephone number or
 * on screens of their own.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_HOURS_H
#define HANDOUT_LAYOUT_SCREEN_HOURS_H

#include "layout/screen_sections.h"
#include "layout/screen_show.h"

/* The rows of the section's hours, and one of its services; they share its elements. Owned by the
 * caller. */
GPtrArray *screen_hours_rows(const struct section *section);

/* The rows as strips that have room between `edge`, where a ground above them ends, and the foot of
 * the area, with the column of days as wide as makes them least high in the fewest lines; where
 * that is so for several, the one that breaks no days, else the narrowest. `even`: all times begin
 * at one edge, and days are broken beside them on wide panels only. Owned by the caller; NULL: they
 * have no room. [pt] on the panel */
GPtrArray *screen_hours_fit(struct show *show, const GPtrArray *rows, double edge, bool even);

/* The lines of such rows where the days stand above their times. */
guint screen_hours_lines(struct show *show, gconstpointer rows);

/* Puts such strips, which are used up, on the page. */
void screen_hours_place(const struct show *show, struct page *page, GPtrArray *strips, double edge,
                        unsigned *order);

/* The hours on as many screens as they need, below the topic of their section; no row is parted.
 * False: one does not fit; what has been added stays. */
bool screen_hours_add(struct show *show, const struct section *section, const char *title);

#endif
