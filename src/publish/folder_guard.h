/*
 * What stands where a folder is to be published, before anything is moved. Internal to folder*.c.
 */
#ifndef HANDOUT_PUBLISH_FOLDER_GUARD_H
#define HANDOUT_PUBLISH_FOLDER_GUARD_H

#include "base/diag.h"

#include <stdbool.h>

/* The folder itself, or where the link leads that stands in its place. Owned by the caller; NULL,
 * reported, when the link leads to no folder. */
char *folder_resolve(const char *path, struct diag *diag);

/*
 * True when `directory` is not there or is a folder in which what is ours can be told from what is
 * not. False, reported with RULE_FILE_WRITE: anything else bears its name (a link, a file, a pipe),
 * its list cannot be read, or a folder that the list names is a link. `hidden`: it is one that only
 * this program makes, so that files in it without a list are somebody else's.
 */
bool folder_guard(const char *directory, bool hidden, struct diag *diag);

#endif
