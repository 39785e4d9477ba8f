/*
 * What a build leaves for the next one in the same process of what is remembered: which files were
 * made, and the articles whose sources stand as they are kept. It is known as long as the files
 * that it was learnt from are as they were.
 */
#ifndef HANDOUT_PUBLISH_LAST_GOOD_KEPT_H
#define HANDOUT_PUBLISH_LAST_GOOD_KEPT_H

#include "publish/made_files.h"

#include <glib.h>
#include <stdbool.h>

struct last_good_kept;

struct last_good_kept *last_good_kept_new(void);
void last_good_kept_free(struct last_good_kept *kept);

/* Sources that were good with other facts are forgotten. */
void last_good_kept_settle(struct last_good_kept *kept, const char *facts);

/* The files that the list at `path` tells of, all in order, the caller's; NULL: they are not known,
 * or the list is another by now. `*newer`: they are what it is to tell of; it was left to this
 * build. */
struct made_files *last_good_kept_take(struct last_good_kept *kept, const char *path, bool *newer);

/* Whether the list at `path` is the one that told of the files that were taken. */
bool last_good_kept_knows(const struct last_good_kept *kept, const char *path);

/* Takes the files, which the list at `path` tells of, and no others; `newer`: as above. */
void last_good_kept_give(struct last_good_kept *kept, const char *path, struct made_files *files,
                         bool newer);

/* `files` (of struct signature): an article's source and what is kept of it, as they are now. True
 * when they are what they were when they were the same. */
bool last_good_kept_stands(const struct last_good_kept *kept, const char *name,
                           const GArray *files);

/* They are the same; takes `files`, as they were before they were read. */
void last_good_kept_put(struct last_good_kept *kept, const char *name, GArray *files);

/* Forgets the sources of articles that are not there any more. */
void last_good_kept_forget(struct last_good_kept *kept,
                           bool (*is_there)(void *user, const char *name), void *user);

#endif
