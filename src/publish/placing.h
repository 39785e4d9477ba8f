/*
 * Files of products on their way to their places. They wait until there are some: put in place
 * together they are synced once (base/file.h). Should the build be killed, the next one knows those
 * that are in place by then (publish/last_good.h).
 */
#ifndef HANDOUT_PUBLISH_PLACING_H
#define HANDOUT_PUBLISH_PLACING_H

#include "base/diag.h"
#include "publish/last_good.h"
#include "publish/report.h"

#include <glib.h>
#include <stdbool.h>

struct placing;

/* What is told of each file: whether it is in place, or stood there as it shall be. Any thread. */
typedef void placing_done(void *user, void *file, bool placed);

/* `memory`, NULL where nothing is remembered, and `diag` are borrowed. */
struct placing *placing_new(struct last_good *memory, struct diag *diag, placing_done *done,
                            void *user);

/* Takes the bytes of a file; `told` is handed to who is told. When many wait, a thread puts them in
 * place; or the caller does, when that one has others in hand. Any thread. */
void placing_add(struct placing *placing, const struct report_file *file, GBytes *bytes,
                 void *told);

/* All that waits is in place then. False: nothing did. Any thread. */
bool placing_settle(struct placing *placing);

/* When nothing waits any more. */
void placing_free(struct placing *placing);

#endif
