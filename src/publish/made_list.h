/*
 * Lists of the files that builds have made, a line a file: "FACTS:DIGEST NAME/PATH": the hash of
 * the facts that stand in it, its digest (base/digest.h), the article that it was made of, and
 * where it lies below the output directory. A line that is torn fits no file.
 */
#ifndef HANDOUT_PUBLISH_MADE_LIST_H
#define HANDOUT_PUBLISH_MADE_LIST_H

#include "publish/made_files.h"

#include <glib.h>
#include <stdio.h>

/* Adds a line; `made` is "FACTS:DIGEST". */
void made_list_add(GString *list, const char *made, const char *name, const char *path);

/* Writes the lines of all that are made, in their order. */
void made_list_write(struct made_range files, FILE *out);

/* Tells of each file on the list at `file`, in its order; one that is not there names none. */
void made_list_read(const char *file,
                    void (*take)(void *user, const char *name, const char *path, const char *made),
                    void *user);

#endif
