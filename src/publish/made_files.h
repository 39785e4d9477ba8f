/*
 * Which files builds have made of which articles, and how: of ten thousand articles, in little room
 * and in the order of their names.
 */
#ifndef HANDOUT_PUBLISH_MADE_FILES_H
#define HANDOUT_PUBLISH_MADE_FILES_H

#include <glib.h>
#include <stdbool.h>

struct made_file {
    const char *name; /* of its article; interned */
    const char *path; /* below the output directory */
    const char *made; /* "FACTS:DIGEST", or what is left of it; NULL: it is none any more */
    guint turn;       /* the how-manieth it was: of two of one path the later counts */
};

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

/* How often what was known of a file was replaced; that stays in memory with the rest. */
guint made_files_replaced(const struct made_files *files);

struct made_range made_files_all(struct made_files *files);

/* Those of one article. */
struct made_range made_files_of(struct made_files *files, const char *name);

#endif
