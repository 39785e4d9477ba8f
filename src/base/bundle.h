/*
 * Bundles: the files of a folder to be, in memory. Whoever makes files adds them; `publish/folder`
 * puts them in place whole.
 */
#ifndef HANDOUT_BASE_BUNDLE_H
#define HANDOUT_BASE_BUNDLE_H

#include <glib.h>

struct bundle_file {
    char *name; /* may lie in a folder of its own: "fonts/a.ttf" */
    GBytes *bytes;
    char *twin; /* path of a file that may be the same, to be linked to; NULL: none is known */
};

/* An empty bundle: of struct bundle_file *. Owned by the caller. */
GPtrArray *bundle_new(void);

/* Adds a file; takes `bytes`. A name that is there already is left alone: names carry hashes where
 * bytes may differ. */
void bundle_add(GPtrArray *bundle, const char *name, GBytes *bytes);
void bundle_add_twin(GPtrArray *bundle, const char *name, GBytes *bytes, const char *twin);

#endif
