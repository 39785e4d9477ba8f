/*
 * What was made of one key, as a record writes and reads it. Internal to store.c and stored.c.
 */
#ifndef HANDOUT_PUBLISH_STORED_PARTS_H
#define HANDOUT_PUBLISH_STORED_PARTS_H

#include "base/folders.h"
#include "publish/store.h"

/* How a file was when it was written, or who may look into a folder. */
struct stamp {
    char *path;
    guint64 bytes; /* of a file */
    gint64 time;   /* of its last change [ns since 1970]; NO_TIME: it is not there */
    guint32 mode;
};

#define NO_TIME (-1)

/* Copies a finding whose message is printable. */
void stored_add_finding(struct stored *stored, const struct finding *finding);

/* Whether all of its stamps are those of the files as they are now; in which folders: as
 * folders_stat has it. */
bool stored_stands(const struct stored *stored, struct folders *folders);

#endif
