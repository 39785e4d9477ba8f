/*
 * Folders that are published whole: a reader sees all files of one build or all of another.
 *
 * A new folder is made beside the old one, synced, and takes its place in one step
 * (renameat2 RENAME_EXCHANGE). File systems that cannot exchange get two renames instead, between
 * which the folder is missing for a moment. What was there before is kept as `.NAME.previous` until
 * the next time. Files that did not change are linked, not written again; when none did, nothing is
 * written at all.
 *
 * Its files can be read by everybody whom the folders above let through. Where `path` is a link,
 * the folder that it leads to is published, with its neighbours beside it there; no other link is
 * followed. What does not look like this program's work where only that may stand is refused before
 * anything moves.
 *
 * The folder lists its own files in `.files`. Whatever else lies in it (pictures that staff put
 * there) is not ours: it moves along and is never removed.
 */
#ifndef HANDOUT_PUBLISH_FOLDER_H
#define HANDOUT_PUBLISH_FOLDER_H

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

/*
 * Publishes the bundle (base/bundle.h) at `path`. False when that failed (reported): the old folder
 * is then as it was. Paths of files of the old folder that the new one lacks are added to
 * `removed`, sorted.
 */
bool folder_publish(const GPtrArray *folder, const char *path, GPtrArray *removed,
                    struct diag *diag);

/* One of several folders; nothing in it is owned. */
struct folder_new {
    const GPtrArray *bundle;
    const char *path;
};

/*
 * Publishes several folders (of struct folder_new *) that lie side by side, none of which is a
 * link: each as above, but all of them are synced at once, before the first takes its place. False
 * when any of them could not be published (reported).
 */
bool folder_publish_all(const GPtrArray *folders, struct diag *diag);

/* Where the folder of before is kept when one has been published at `path`; owned by the caller.
 * NULL, reported, when `path` is a link that leads nowhere. */
char *folder_previous(const char *path, struct diag *diag);

#endif
