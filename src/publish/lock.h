/*
 * One publication at a time in a directory, whichever process it is.
 */
#ifndef HANDOUT_PUBLISH_LOCK_H
#define HANDOUT_PUBLISH_LOCK_H

#include "base/diag.h"

/* How long another process may take that publishes here; it needs a second or two. [s] */
#define LOCK_LIMIT 20

/*
 * Makes the directory if need be and locks it; waits while another process holds it, and says so on
 * standard error when that begins. -1, reported with RULE_FILE_WRITE, when it cannot be made or is
 * still held after LOCK_LIMIT seconds. The lock goes with its descriptor, which the caller closes.
 */
int lock_directory(const char *directory, struct diag *diag);

#endif
