/*
 * What is remembered of one article. Internal to last_good.c.
 */
#ifndef HANDOUT_PUBLISH_LAST_GOOD_RECORD_H
#define HANDOUT_PUBLISH_LAST_GOOD_RECORD_H

#include "base/diag.h"
#include "content/article.h"
#include "publish/made_files.h"

#include <glib.h>
#include <stdbool.h>

/* Its bytes are read again when they are published: of thousands of articles none is held. */
struct source_file {
    char *name;
    char *path;   /* where it lies now */
    char *digest; /* of its bytes; NULL: they have not been read */
};

struct record {
    char *facts;      /* those that its source was good with; NULL: it was never good */
    GPtrArray *files; /* of struct source_file *: its source */
    bool changed;     /* the source, or how it is kept, since it was read */
};

struct record *record_new(void);
void record_free(void *record);

/* The source of article `name` that is published in `directory`: whole, or nothing. Its files that
 * stand there, too, go to `made`; NULL: they are known. */
void record_read(struct record *record, const char *name, const char *directory,
                 struct made_files *made);

/* Files of a source, of struct source_file *: none yet. */
GPtrArray *source_new(void);

/* The article and its pictures, unread; NULL: a picture lies elsewhere. */
GPtrArray *source_of(const struct article *article);

/* What its files, and what is published of them in `directory`, look like (of struct signature):
 * to be asked before they are read. NULL: a change might not show. */
GArray *source_look(const GPtrArray *files, const char *directory);

/* Reads them. False: one cannot be read. */
bool source_read(GPtrArray *files);

/* The source, read, which passes to the record, is good with `facts`; NULL: it is not. */
void record_keep(struct record *record, const char *facts, GPtrArray *files);

/* What takes the place of what is published of the source: a bundle (base/bundle.h), the caller's;
 * NULL: none is remembered, or it has changed since, and that is removed. */
GPtrArray *record_bundle(const struct record *record);

/* Makes way for the bundle where the folder's list is damaged, so that it does not tell of all that
 * is ours there, which is reported. */
void record_make_way(const char *directory, const GPtrArray *bundle, struct diag *diag);

/* True when a source is remembered in `directory`. */
bool record_is_there(const char *directory);

/* Removes all that is published in `directory`; false: not all of it. */
bool record_remove(const char *directory, struct diag *diag);

#endif
