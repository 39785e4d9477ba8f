/*
 * Strips of galleys. Internal to text.c.
 */
#ifndef HANDOUT_LAYOUT_GALLEY_STRIP_H
#define HANDOUT_LAYOUT_GALLEY_STRIP_H

#include "layout/galley.h"
#include "layout/setter.h"
#include "layout/strip.h"

/*
 * A line of the galley as a strip with the runs, the record of the line, the lines along words and
 * the areas of links, as the desk is put now; owned by the caller. `spans`: what the galley was set
 * from, or others that are set alike.
 */
struct strip *galley_strip(const struct galley *galley, guint index, const struct setter *setter,
                           const GPtrArray *spans, enum text_kind kind);

#endif
