/*
 * Tells when something changes in directories, whatever way an editor saves: by writing, by
 * renaming over the old file, by deleting and making a folder anew.
 */
#ifndef HANDOUT_RUN_WATCHER_H
#define HANDOUT_RUN_WATCHER_H

#include <glib.h>
#include <stdbool.h>

struct watcher;

/* What is called, from the main loop, once a burst of changes has come to rest. */
typedef void (*watcher_callback)(void *user);

/* NULL, with errno set, when the system cannot watch. */
struct watcher *watcher_new(watcher_callback callback, void *user);
void watcher_free(struct watcher *watcher);

/* Watches a directory with all below it, also when it is not there yet or goes and comes back. */
void watcher_add(struct watcher *watcher, const char *directory);

/* True when something in this directory changed since the last call. */
bool watcher_changed(struct watcher *watcher, const char *directory);

#endif
