/*
 * A row of a table as a card that fills its screen: what names it in a block of its own, at the
 * side where lines start or on top, and its fields, parted by lines.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_CARD_H
#define HANDOUT_LAYOUT_SCREEN_CARD_H

#include "layout/screen_show.h"

/* Of the sizes of keys on top, those for panels that stand alone. */
enum { SCREEN_CARD_HIGH_BANDS = 2 };

/* True for cards of nothing but words. */
bool screen_card_is_plain(const struct block *card);

/* The card in letters of the show's size now, `room` points high, or as much higher as its words
 * need, owned by the caller. */
struct strip *screen_card_set(struct show *show, const struct block *card, struct card_keys keys,
                              double room);

/* True when it fits in `room` points, no word or fact parted. */
bool screen_card_fits(struct show *show, const struct block *card, struct card_keys keys,
                      double room);

/* The same with its key at the side: what names its column in one line, each of its words in one.
 */
bool screen_card_fits_beside(struct show *show, const struct block *card, struct card_keys keys,
                             double room);

/* Index of the size that its key has on top by itself, from that of `keys` on. */
guint screen_card_band(struct show *show, const struct block *card, struct card_keys keys,
                       double room);

#endif
