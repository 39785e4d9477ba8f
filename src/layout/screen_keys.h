/*
 * The keys of a table's cards: at one place, in one size, under one name on all of them.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_KEYS_H
#define HANDOUT_LAYOUT_SCREEN_KEYS_H

#include "layout/screen_show.h"

/* Keys of a table of which nothing is known. */
struct card_keys screen_keys_usual(const struct show *show);

/* Those of the table whose rows are `cards`, in `room` points, in a section under `headings` (of
 * struct block *), which stand above them where `topped` says so. Both are borrowed. */
struct card_keys screen_keys_of(struct show *show, const GPtrArray *cards,
                                const GPtrArray *headings, bool topped, double room);

#endif
