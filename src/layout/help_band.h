/*
 * Where to turn to, at the foot of a first page in large print: the telephone number and the crisis
 * lines, as decoration, since the contact block says them.
 */
#ifndef HANDOUT_LAYOUT_HELP_BAND_H
#define HANDOUT_LAYOUT_HELP_BAND_H

#include "layout/setter.h"
#include "layout/strip.h"

/* The band, `width` points wide; owned by the caller. NULL: the clinic gives neither. */
struct strip *help_band_set(struct setter *setter, double width);

#endif
