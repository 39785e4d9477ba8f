/*
 * A row of a table as a card that fills its screen: what names it in a block of its own, at the
 * side where lines start or on top, and its fields, parted by lines.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_CARD_H
#define HANDOUT_LAYOUT_SCREEN_CARD_H

#include "layout/screen_show.h"

/* True for cards of nothing but words. */
bool screen_card_is_plain(const struct block *card);

/* Cards of one table all have their keys at one place. `cards`: its rows as cards; borrowed. */
bool screen_card_fits_beside(struct show *show, const GPtrArray *cards, double room);

/* The card in letters of the show's size now, `room` points high, or as much higher as its words
 * need, owned by the caller. `beside`: its key stands at the side. */
struct strip *screen_card_set(struct show *show, const struct block *card, bool beside,
                              double room);

#endif
