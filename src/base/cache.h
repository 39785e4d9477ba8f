/*
 * What costs time alone to make anew, kept from one run to the next in the user's own folder for
 * such things: $XDG_CACHE_HOME/handout, else ~/.cache/handout. It may be missing, old, damaged or
 * written by another program at any time, and nobody may be able to write there: whoever asks can
 * make it anew, and gets what is the same. Any thread.
 */
#ifndef HANDOUT_BASE_CACHE_H
#define HANDOUT_BASE_CACHE_H

#include <glib.h>

/* What this program has kept under the name, which tells all that it is made of; NULL: nothing. It
 * begins where any number may stand. Owned by the caller. */
GBytes *cache_find(const char *name);

/* Keeps it, if it can. */
void cache_keep(const char *name, GBytes *bytes);

#endif
