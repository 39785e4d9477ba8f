/*
 * How a file can be told from what it was, without reading it.
 */
#ifndef HANDOUT_BASE_SIGNATURE_H
#define HANDOUT_BASE_SIGNATURE_H

#include <glib.h>
#include <stdbool.h>

/* All zeros: there is no file. */
struct signature {
    guint64 device, file; /* which it is */
    guint64 bytes;
    gint64 written, changed; /* [ns since 1970] its words; also its name, or who may read it */
};

/* Of the file at `path`, links followed, as it is now: to be taken before it is read. */
struct signature signature_of(const char *path);

/* Whether it is one file, and the same. False where there is none. */
bool signature_same(const struct signature *a, const struct signature *b);

/* Whether it was left alone for so long that a change would show: times go in steps, and what was
 * written a moment ago may be written to once more with the same time. */
bool signature_settled(const struct signature *signature);

#endif
