/*
 * The contact band: how to reach the clinic, as one shape at the foot of a handout's last page, to
 * be kept on the door of a refrigerator. Facts that are not given leave no hole.
 */
#ifndef HANDOUT_LAYOUT_CONTACT_BAND_H
#define HANDOUT_LAYOUT_CONTACT_BAND_H

#include "layout/setter.h"
#include "layout/strip.h"

/* The band, `width` points wide; owned by the caller. `services`: with their line. What cannot be
 * set is reported and sets setter->failed. */
struct strip *contact_band_set(struct setter *setter, double width, bool services);

/* The same as shapes of at most `height` points, no fact parted, for pages that are too short for
 * one: an array of struct strip *, with the strips the caller's. NULL: one fact alone is higher. */
GPtrArray *contact_band_part(struct setter *setter, double width, double height, bool services);

/* The block that says when the facts were checked, which stands at the foot of the page instead;
 * lent; NULL: not given. */
const struct block *contact_verified(const struct document *document);

#endif
