/*
 * Where to fold a brochure.
 */
#ifndef HANDOUT_LAYOUT_BROCHURE_TICKS_H
#define HANDOUT_LAYOUT_BROCHURE_TICKS_H

#include "layout/page.h"
#include "layout/panels.h"
#include "layout/setter.h"

/* Adds a tick above and below, wherever two panels of a side meet, as decoration. */
void brochure_ticks_add(const struct setter *setter, const struct brochure_sheet *sheet,
                        const struct layout *layout);

#endif
