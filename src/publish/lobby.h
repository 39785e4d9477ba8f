/*
 * The folder that a display cycles: whatever pictures lie there are shown, so it must hold one set.
 */
#ifndef HANDOUT_PUBLISH_LOBBY_H
#define HANDOUT_PUBLISH_LOBBY_H

#include "base/diag.h"

#include <glib.h>

/* The name of a screen: its place in the set (from 1), what it is about, the file's suffix. Owned
 * by the caller. */
char *lobby_name(unsigned number, const char *slug, const char *suffix);

/*
 * Removes the screens of earlier sets: files in `directory` that have such a name and were made by
 * this program, other than the paths in `keep` (a set). What was removed is added to `removed`,
 * sorted; what cannot be is reported.
 */
void lobby_sweep(const char *directory, GHashTable *keep, GPtrArray *removed, struct diag *diag);

#endif
