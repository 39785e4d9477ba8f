/*
 * Paths that stay known, as places in files have them: those of ten thousand articles take no more
 * room than the articles' names (base/intern.h).
 */
#ifndef HANDOUT_BASE_PATHS_H
#define HANDOUT_BASE_PATHS_H

#include <glib.h>

/* The number of the path, which is another's no more until the process ends; 0 of NULL. Any
 * thread. */
guint64 paths_number(const char *path);

/* The path of that number, owned by the caller; NULL of 0. Any thread. */
char *paths_text(guint64 number);

/* As strcmp has the paths of these numbers; 0 comes first. Any thread. */
int paths_compare(guint64 one, guint64 other);

#endif
