/*
 * When to call: the heading on a dark band, the list below it, the telephone number in a band at
 * the foot, on each screen of the list.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_CALLING_H
#define HANDOUT_LAYOUT_SCREEN_CALLING_H

#include "layout/screen_sections.h"
#include "layout/screen_show.h"

/* What stands above and below the list. */
struct bands {
    const struct block *heading;
    guint lines;       /* that the heading may have */
    double head, foot; /* [pt] on the panel: lower edge of the upper one, upper edge of the lower */
    double size;       /* of the number */
    double scale;      /* of their letters ÷ the legal size; 1: the number may be larger */
    struct rect area;  /* of the show, before */
};

/* True when the section is a list of when to call, under one heading. */
bool screen_calling_is(const struct show *show, const struct section *section);

/* Goes on between the bands, in such a section; false, with nothing changed, when the panel has no
 * room for them, not even in smaller letters. To be ended where it goes on. */
bool screen_calling_begin(struct show *show, const struct section *section, struct bands *bands);
void screen_calling_end(struct show *show);

/* The number to call, on a screen of its own behind a list without bands, where the clinic gives
 * one. */
void screen_calling_add_number(struct show *show, const struct section *section);

/* Draws the show's bands. */
void screen_calling_add(struct show *show, struct page *page);

#endif
