/*
 * What a published folder holds, ours and not. Internal to folder*.c.
 */
#ifndef HANDOUT_PUBLISH_FOLDER_PARTS_H
#define HANDOUT_PUBLISH_FOLDER_PARTS_H

#include <glib.h>
#include <stdbool.h>

/* The file that lists the others, a name a line. It does not list itself. */
#define FOLDER_INVENTORY ".files"

/* That list of a bundle (base/bundle.h); owned by the caller. */
GBytes *folder_list(const GPtrArray *folder);

/* The names of our files in a folder that folder_guard let pass, the inventory's own too; empty
 * when there is no list. */
GHashTable *folder_inventory(const char *directory);

/* True when the list names a file in the folder `name` of the published one. */
bool folder_owns(GHashTable *inventory, const char *name);

/* A folder, of the directory or in it, whose files that are not ours cannot be moved elsewhere, or
 * cannot be known; NULL: there is none. Owned by the caller. */
char *folder_find_unmovable(const char *directory);

/* Moves what is not ours from one folder to another, where nothing is in its way. */
void folder_carry(const char *from, const char *to);

/* Removes our files and then the folders that are empty. What is not ours stays. False, with errno
 * set, when something of ours could not be removed. */
bool folder_remove(const char *directory);

/* Adds the paths below `now` of files that are ours in `before` and not in `now`, sorted. */
void folder_missing(const char *before, const char *now, GPtrArray *missing);

#endif
