/*
 * What a brochure says before its first section, on a tint below the first rule.
 */
#ifndef HANDOUT_LAYOUT_BROCHURE_INTRO_H
#define HANDOUT_LAYOUT_BROCHURE_INTRO_H

#include "layout/setter.h"

/* How many of the blocks it takes: paragraphs alone, down to the first heading; 0: there are none,
 * or something else is among them. */
guint brochure_intro_blocks(const GPtrArray *blocks);

/* The first `count` blocks as one strip of that width, with the rule above it; owned by the caller.
 */
struct strip *brochure_intro_set(struct setter *setter, const GPtrArray *blocks, guint count,
                                 double width);

#endif
