/*
 * The one thing that a build remembers: of each article the source that was last good, with its
 * pictures, and which files were made of it under which facts; and the style that was last good. It
 * stands in `build/last-good/` below the output directory.
 *
 * While an article has errors, the show goes on with what it was, and its files stay, as long as
 * the clinic's facts, style and labels are those that it was made with. Once they have changed,
 * both go: stale facts are worse than none.
 */
#ifndef HANDOUT_PUBLISH_LAST_GOOD_H
#define HANDOUT_PUBLISH_LAST_GOOD_H

#include "base/diag.h"
#include "content/article.h"

#include <glib.h>
#include <stdbool.h>

/* Below the output directory. */
#define LAST_GOOD_DIRECTORY "build/last-good"

struct last_good;
struct last_good_kept;

/* A hash of the facts in `content_dir`: of clinic.yaml, style.yaml and the clinic's labels; owned
 * by the caller. A folder of labels that cannot be read is reported. */
char *last_good_hash_facts(const char *content_dir, struct diag *diag);

/* What is remembered below `out_dir`; an article's source is read when it is asked for. `facts`:
 * the hash of those of this build. `kept` (publish/last_good_kept.h), lent: what builds before this
 * one in the same process leave; NULL: nothing. */
struct last_good *last_good_open(const char *out_dir, const char *content_dir, const char *facts,
                                 struct last_good_kept *kept);

/* Where the style that was last good stands below `out_dir`: the caller's. NULL: there is none. */
char *last_good_style(const char *out_dir);

/* The article was good: its source takes the place of what is remembered. */
void last_good_keep(struct last_good *memory, const struct article *article);

/* The path of the source of article `name` when it was last good, under the facts of this build;
 * NULL: there is none. Owned by the caller. */
char *last_good_source(struct last_good *memory, const char *name);

/* How many files were made by the builds before, as far as is known. */
guint last_good_count(const struct last_good *memory);

/* The file at `path`, in the output directory, is put in place soon, made of article `name`;
 * `digest` is its digest (base/digest.h). Any thread. */
void last_good_begin(const struct last_good *memory, const char *name, const char *path,
                     const char *digest);

/* Notes the files that are begun: should this build be killed, the next one knows them. `synced`:
 * gets a descriptor, lent, of what must outlive a power cut before they are put in place; -1:
 * nothing can be noted. False, reported, when there is no room for it: then they are not to be put
 * in place. Any thread. */
bool last_good_note(const struct last_good *memory, int *synced, struct diag *diag);

/* That file is in its place. */
void last_good_made(struct last_good *memory, const char *name, const char *path,
                    const char *digest);

/* Those of the article's files, below the output directory, that `is_old` says are no products of
 * it any more. */
void last_good_drop(struct last_good *memory, const char *name,
                    bool (*is_old)(const void *user, const char *path), const void *user);

/*
 * Removes the files of article `name` that were made under other facts, and what is dropped; their
 * paths go to `removed`. What somebody has changed since stays.
 */
void last_good_sweep(struct last_good *memory, const char *name, GPtrArray *removed);

/* Forgets the articles that are not there any more and removes their files, whose paths go to
 * `removed`; a file that another article has made, or that somebody has changed, stays. */
void last_good_forget(struct last_good *memory, bool (*is_there)(void *user, const char *name),
                      void *user, GPtrArray *removed);

/* Writes what is to be remembered, unless it is what is there; `followed`: by a build of the same
 * process at once, to which the list of files may be left. Frees the memory. */
void last_good_close(struct last_good *memory, bool followed, struct diag *diag);

#endif
