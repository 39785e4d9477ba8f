/*
 * Dashes that hold together what they stand in. Internal to text.c and breaking.c.
 */
#ifndef HANDOUT_LAYOUT_DASHES_H
#define HANDOUT_LAYOUT_DASHES_H

#include <pango/pango.h>

/* Takes away the line ends that Pango offers behind figure and en dashes in what its attributes
 * keep together: "10–20 mg", "9:00–17:30". To be called once the layout has all of its text,
 * attributes and width. */
void dashes_keep(PangoLayout *layout);

#endif
