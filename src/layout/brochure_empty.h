/*
 * Brochures with less text than six panels are for.
 */
#ifndef HANDOUT_LAYOUT_BROCHURE_EMPTY_H
#define HANDOUT_LAYOUT_BROCHURE_EMPTY_H

#include "layout/setter.h"

/* Says that so many of the panels for text have none, and what would hold it better. `filled`: how
 * many panels the text would fill. */
void brochure_report_empty(const struct setter *setter, unsigned panels, double filled);

#endif
