/*
 * Which files builds have made of which articles, and how: of ten thousand articles, in little room
 * and in the order of their names.
 */
#ifndef HANDOUT_PUBLISH_MADE_FILES_H
#define HANDOUT_PUBLISH_MADE_FILES_H

#include "base/digest.h"

#include <glib.h>
#include <stdbool.h>

struct made_file {
    struct digest_bits digest; /* all 0: none stands behind the facts */
    guint64 path;              /* below the output directory; as base/paths.h numbers it */
    guint name;                /* of its article; this and the next: as base/intern.h */
    guint facts;               /* 0: the file is none any more */
};

/* Its path; and "FACTS:DIGEST", or what is left of it, NULL: it is none any more. The caller's. */
char *made_file_path(const struct made_file *file);
char *made_file_made(const struct made_file *file);

/* From now on it is made so, which is copied; NULL: it is none any more. */
void made_file_set(struct made_file *file, const char *made);

/* Whether the file at `path` is as "FACTS:DIGEST" tells, or that has no digest: what somebody has
 * changed since, or put in its place, is not ours. */
bool made_as_told(const char *path, const char *made);

/* Whether the file that is known is there so. */
bool made_file_stands(const struct made_file *file, const char *out_dir);

/* Some of them, in the order of their names, then of their paths; lent until one is put. */
struct made_range {
    struct made_file *first;
    guint count;
};

struct made_files;

struct made_files *made_files_new(void);
void made_files_free(struct made_files *files);

/* The file is made so, whatever was known of it before. Copied. False: that was known. */
bool made_files_put(struct made_files *files, const char *name, const char *path, const char *made);

struct made_range made_files_all(struct made_files *files);

/* Those of one article. */
struct made_range made_files_of(struct made_files *files, const char *name);

#endif
