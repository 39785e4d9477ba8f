/*
 * The files that a build is about to put in place, written down before it does so in `build/begun`
 * below the output directory: of a build that is killed, the next one learns from it what lies
 * there by now. A build that ends takes the list away.
 */
#ifndef HANDOUT_PUBLISH_BEGUN_H
#define HANDOUT_PUBLISH_BEGUN_H

#include "base/diag.h"

#include <stdbool.h>

struct begun;

/* The list of a build under `facts` (publish/last_good.h); not there before a file is begun. */
struct begun *begun_open(const char *out_dir, const char *facts);

/* The file at `path`, below the output directory, is put in place soon, made of article `name`;
 * `digest` is its digest (base/digest.h). Any thread. */
void begun_add(struct begun *begun, const char *name, const char *path, const char *digest);

/* Writes all that was added to the list. `synced`: gets a descriptor of it, lent, to be synced
 * before a file is put in place; -1: there can be no list here. False, reported, when there is no
 * room for it: the next call tries again. Any thread. */
bool begun_note(struct begun *begun, int *synced, struct diag *diag);

/* Leaves the list to whoever remembers the files. Accepts NULL. */
void begun_close(struct begun *begun);

/* True when a build has not come to its end. */
bool begun_is_left(const char *out_dir);

/* Tells of each file that was begun, in that order; `made` is "FACTS:DIGEST". */
void begun_read(const char *out_dir,
                void (*take)(void *user, const char *name, const char *path, const char *made),
                void *user);

/* All of it is remembered elsewhere. */
void begun_remove(const char *out_dir);

#endif
