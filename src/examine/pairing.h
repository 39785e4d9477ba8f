/*
 * Which portion of a translation stands for which of its source: by the record of what each was
 * made from, else by order, kind, length and figures.
 */
#ifndef HANDOUT_EXAMINE_PAIRING_H
#define HANDOUT_EXAMINE_PAIRING_H

#include "content/portions.h"
#include "document/document.h"

struct pair {
    const struct portion *source;     /* NULL: nothing in the source is like it */
    const struct portion *translated; /* NULL: nothing stands for it; may have no node */
};

/* Of struct pair, in the order of both; what is paired is lent by the portions. Owned by the
 * caller. */
GArray *pairing_of(const GPtrArray *source, const GPtrArray *translated);

/* The lines on which paired portions of two articles begin, of struct twin_lines. Owned by the
 * caller. */
GArray *pairing_lines(const struct article *source, const struct article *translated);

#endif
