/*
 * The lines of a paragraph: as Pango broke them, or cut out of a text that it has shaped once.
 * Internal to text.c, which has a shaped text cut wherever that gives what Pango would: asked for
 * lines of a width, Pango shapes all of a text to see where it may break, and then each line again.
 */
#ifndef HANDOUT_LAYOUT_LINES_H
#define HANDOUT_LAYOUT_LINES_H

#include "layout/shaped.h"

#include <pango/pango.h>
#include <stdbool.h>

struct lines {
    /* Of PangoLayoutLine *, lent. Awkward: those that were cut are no more than their public fields
     * are; Pango must not be asked about them. */
    GSList *list;
    PangoLayout *layout; /* that they are of; owned. NULL: they were cut, and the list, its lines
                            and their runs are owned */
};

/* As Pango broke them. Takes the layout over; counted as lines_cut(). */
struct lines *lines_of(PangoLayout *layout);

/* Whether a layout without a width can be cut: one paragraph, all of it read from the left. */
bool lines_may_be_cut(PangoLayout *layout);

/* Cut behind the bytes `ends` (of gsize), the last of which is the text's own end. Counted: given
 * back with lines_unref(). */
struct lines *lines_cut(const struct shaped *shaped, const GArray *ends);

struct lines *lines_ref(struct lines *lines);
void lines_unref(struct lines *lines);

#endif
