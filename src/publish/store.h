/*
 * What builds have made, so that the next one does not make it again. Of each article a record
 * says, by a key over all that a product depends on (publish/build_key.c), which files it came to
 * and what was found on the way; so does one for the show. The records lie in `build/store/` below
 * the output directory.
 *
 * A record that is damaged is none, and so is what it tells of files that are gone or were written
 * to since: that is made anew. Nothing is lost with the folder but time.
 */
#ifndef HANDOUT_PUBLISH_STORE_H
#define HANDOUT_PUBLISH_STORE_H

#include "base/diag.h"
#include "publish/report.h"

#include <glib.h>
#include <stdbool.h>

/* Below the output directory. */
#define STORE_DIRECTORY "build/store"

struct shelf_note;

/* What was made of one key. */
struct stored {
    GPtrArray *files;    /* of struct report_file *; none: it was left out */
    GPtrArray *stamps;   /* of struct stamp *: what must be as it was */
    GPtrArray *findings; /* of struct finding *; their severity is for the reader to weigh */
    char *build_id;      /* of a show; "": it is none */
    unsigned loop_s, articles_s; /* of a show, as struct report_show has them */
    struct shelf_note *note;     /* of a page; it lasts as long as the program; NULL: not known */
};

struct stored *stored_new(void);
void stored_free(struct stored *stored);

/* A copy. */
void stored_add_file(struct stored *stored, const struct report_file *file);

/* The file at `path` is as it is now: its size, the time of its last change, who may read it; of a
 * folder the last alone. */
void stored_add_stamp(struct stored *stored, const char *path);

void stored_add_findings(struct stored *stored, const struct diag *found);
void stored_tell_findings(const struct stored *stored, struct diag *diag);

/* Records that stay between the builds of one process, so that those which nobody has written to
 * meanwhile are not read again: as many as there is room for. */
struct store;

struct store *store_new(void);
void store_free(struct store *store);

/* A build has ended: until the next one no folder is held open. */
void store_rest(struct store *store);

/* Lets go of those that were not opened since the last time. None may be open. */
void store_sweep(struct store *store);

struct record;

/* The record of that name (an article's, or one of those below) below `out_dir`; `store`: that
 * it may stay in, NULL: in none; `afresh`: as if it were not there. Never NULL; to be closed. */
struct record *record_open(struct store *store, const char *out_dir, const char *name, bool afresh);

/* No article has such names. */
#define STORE_SHOW     ".show"
#define STORE_PICTURES ".pictures"
#define STORE_LISTS    ".lists"

/* In an article's record, where the products have their names: what its checks found. */
#define STORE_FINDINGS ".findings"

/* What product `id` came to by that key, if all of it is as it was; lent until it is put anew.
 * Any thread. */
const struct stored *record_find(struct record *record, const char *id, const char *key);

/* Takes what the list of handouts was told of the page that `id` came to. */
void record_note(struct record *record, const char *id, struct shelf_note *note);

/* Takes what the product came to. Any thread. */
void record_put(struct record *record, const char *id, const char *key, struct stored *stored);

/* Writes the record, if it has changed, and lets go of it. One that cannot be written is none: the
 * next build takes longer. Any thread. */
void record_close(struct record *record);

/* Removes the records of articles that are not there any more. */
void store_forget(const char *out_dir, bool (*is_there)(void *user, const char *name), void *user);

#endif
