/*
 * Folders that are open, so that many files in few folders are looked at by their names alone: the
 * way to a folder is gone once, not for each of its files.
 */
#ifndef HANDOUT_BASE_FOLDERS_H
#define HANDOUT_BASE_FOLDERS_H

#include <sys/stat.h>

struct folders;

struct folders *folders_new(void);
void folders_free(struct folders *folders);

/* As stat(2), of a folder as it was when it was first looked into; NULL: as it is now. Any thread.
 */
int folders_stat(struct folders *folders, const char *path, struct stat *out);

/* Lets go of all of them: other folders may be in their places by now. */
void folders_close(struct folders *folders);

#endif
