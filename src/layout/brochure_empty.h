/*
 * Brochures with less text than six panels are for.
 */
#ifndef HANDOUT_LAYOUT_BROCHURE_EMPTY_H
#define HANDOUT_LAYOUT_BROCHURE_EMPTY_H

#include "layout/setter.h"

/* Says that `empty` of the panels for text have none, or that `needed` would hold all of it, and
 * what holds it better. `filled`: how many panels the text would fill. */
void brochure_report_empty(const struct setter *setter, unsigned needed, unsigned empty,
                           double filled);

#endif
