/*
 * Dark grounds, which say who a handout is from and where help is. Where the clinic saves ink they
 * are frames, with the words and marks in the colour that the ground has else.
 */
#ifndef HANDOUT_LAYOUT_DARK_H
#define HANDOUT_LAYOUT_DARK_H

#include "base/clip.h"
#include "layout/setter.h"
#include "layout/strip.h"

/* Adds the ground; `color` is the accent or the ink. */
void dark_add(struct strip *strip, const struct setter *setter, struct patch patch,
              struct color color);

/* Of what stands on such a ground, and of the ground itself. */
struct color dark_ink(const struct setter *setter, struct color color);
struct color dark_ground(const struct setter *setter, struct color color);

#endif
