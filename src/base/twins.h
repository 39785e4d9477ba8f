/*
 * Which files of one folder lie in others, too, by the same name and as the same file. It is seen
 * in what the folders list: no file is looked at, and no name is kept.
 */
#ifndef HANDOUT_BASE_TWINS_H
#define HANDOUT_BASE_TWINS_H

#include <stdbool.h>

struct twins;

/* Of the files in `directory` as they are now; one that cannot be read holds none. */
struct twins *twins_new(const char *directory);
void twins_free(struct twins *twins);

/* Looks which of them lie in `directory`, too. */
void twins_look(struct twins *twins, const char *directory);

/* Whether the file of that name was found in another folder. False where that cannot be told, as of
 * folders of two file systems. */
bool twins_have(const struct twins *twins, const char *name);

/* Whether that is so of all that the folder listed, and that is plain files alone, one or more. */
bool twins_are_all(const struct twins *twins);

#endif
