/*
 * Words of scripts that part none with blanks, as dictionaries know them: for line ends, which are
 * better between them. (How many there are is counted in base/words.h, which needs no dictionary.)
 */
#ifndef HANDOUT_BASE_UNPARTED_H
#define HANDOUT_BASE_UNPARTED_H

#include <glib.h>

/* The bytes of `text` at which words begin and end, in order, of int; owned by the caller; NULL:
 * the text has no letter of such a script, or nobody knows its words. */
GArray *unparted_edges(const char *text);

#endif
