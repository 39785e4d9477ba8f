/*
 * The crisis strip: where to turn at once, white on the accent, at the foot of the contact band.
 */
#ifndef HANDOUT_LAYOUT_CRISIS_STRIP_H
#define HANDOUT_LAYOUT_CRISIS_STRIP_H

#include "layout/setter.h"
#include "layout/strip.h"

/* The strip, `width` points wide, with all crisis lines of the clinic; owned by the caller. NULL:
 * it gives none. `alone`: round at the top, too, since nothing stands on it. */
struct strip *crisis_strip_set(struct setter *setter, double width, bool alone);

/* The one number that all calls and texts go to; lent. NULL: the facts (of the heading, then names,
 * each with its ways) have more than one, or more than that. */
const char *crisis_only_number(const GPtrArray *facts);

/* The lines alone, without their heading and a ground, `width` points wide; owned by the caller. */
struct strip *crisis_lines_set(struct setter *setter, double width);

#endif
