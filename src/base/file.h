/*
 * Whole files: read with a size limit, written so that nobody ever sees half of one.
 *
 * Writing goes to a temporary name in the same directory, is synced, and takes the place of the old
 * file by rename(2). On any failure the old file stays as it was, the temporary one is removed and
 * RULE_FILE_WRITE is reported.
 */
#ifndef HANDOUT_BASE_FILE_H
#define HANDOUT_BASE_FILE_H

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

/* Far above any real input; keeps a mistaken file (a video, a disk image) from filling the memory.
 * [bytes] */
#define FILE_TEXT_LIMIT  (8 * 1024 * 1024)
#define FILE_IMAGE_LIMIT (64 * 1024 * 1024)

/* What the name of a file ends with that is on its way to its own. */
#define FILE_HALF ".handout-half"

/* The whole file, or NULL with RULE_FILE_READ or RULE_FILE_SIZE reported at `from` (the place that
 * names the file). */
GBytes *file_read(const char *path, size_t limit, struct pos from, struct diag *diag);

/*
 * The whole file as UTF-8 text without a byte order mark, with line ends as '\n', NUL-terminated;
 * owned by the caller. NULL with RULE_FILE_READ, RULE_FILE_SIZE or RULE_ENCODING (at line and
 * column of the first bad byte) reported.
 */
char *file_read_text(const char *path, struct diag *diag);

/* The same of what other programs wrote, as UTF-16, too, if it surely is that: control characters
 * but NUL are mended, which sets `*mended`. What parts lines and pages for them ends a line,
 * Windows' own signs are those, others become blanks. */
char *file_read_foreign_text(const char *path, bool *mended, struct diag *diag);

/* The whole plain file, or NULL, without a word, when it cannot be read: for what the program keeps
 * for itself, and for a first look at what it reads with care later. Both owned by the caller; the
 * second ends with NUL. */
GBytes *file_peek(const char *path);
char *file_peek_text(const char *path);

/* Replaces `path` by `bytes`, creating missing directories. Does not touch a file that already
 * holds these bytes. */
bool file_write(const char *path, GBytes *bytes, struct diag *diag);

/* Lets `path` be the file at `from`: another name of it, or a copy where the file system knows no
 * such names; creates missing directories. */
bool file_link(const char *from, const char *path, struct diag *diag);

/* Removes what a program that was killed while it wrote there has left in a directory. */
void file_clear_halves(const char *directory);

/* The names of what a directory holds, sorted by their bytes; owns its strings. NULL, reported,
 * when it cannot be read. */
GPtrArray *file_list(const char *directory, struct diag *diag);

/* The same; those that need no look at them, since the directory says that they are plain files, go
 * to `plain`, lent. */
GPtrArray *file_list_plain(const char *directory, GHashTable *plain, struct diag *diag);

/* True of the names that each directory has for itself and the one above it. */
bool file_is_folder_itself(const char *name);

/* By their bytes, of pointers to them as g_ptr_array_sort and qsort have it. */
int file_compare_names(gconstpointer a, gconstpointer b);

/* True only when nothing bears the name, not even a link that leads nowhere: what cannot be seen or
 * reached may still be there. */
bool file_is_absent(const char *path);

/*
 * Several files, put in place together: they are synced once, which takes little longer than for
 * one. None takes its place before all of them would outlive a power cut.
 */
struct file_aside;

/* Writes what shall replace `path` beside it, creating missing directories. NULL: reported. */
struct file_aside *file_set_aside(const char *path, GBytes *bytes, struct diag *diag);

/* Writes text as long as it likes, piece by piece: the same whenever it is asked. */
typedef void file_teller(void *user, FILE *out);

/* As file_set_aside, and file_holds below, of what `tell` writes, which is never there as a whole.
 */
struct file_aside *file_set_aside_told(const char *path, file_teller *tell, void *user,
                                       struct diag *diag);
bool file_holds_told(const char *path, file_teller *tell, void *user);

/* Puts files in their places (of struct file_aside *); `with`: a descriptor of what must be as safe
 * before that, -1: there is none. False, reported, when one or more could not be. */
bool file_place_all(const GPtrArray *asides, int with, struct diag *diag);

/* Whether it is in its place, and no power cut undoes that. */
bool file_aside_is_placed(const struct file_aside *aside);

/* What is not in its place is removed. */
void file_aside_free(void *aside);

/* Pieces of the above, for callers that publish a whole directory. On failure errno is set. */

/* True when the file is there and holds exactly these bytes. */
bool file_holds(const char *path, GBytes *bytes);

/* Makes a new file; not synced. */
bool file_create(const char *path, GBytes *bytes);

/* Writes what costs time alone when it is lost or torn: nothing is synced or told, but whether it
 * was written. Who reads it sees by a digest in it whether it is whole. */
bool file_jot(const char *path, const void *bytes, size_t size);

/* Waits until what a directory lists would outlive a power cut. */
bool file_sync_directory(const char *directory);

/* The same for all that its file system holds, and what is in it: sooner done than file after file.
 */
bool file_sync_all(const char *directory);

/* RULE_FILE_WRITE about `path`, with advice by the kind of error (an errno). */
void file_report_write(const char *path, int error, struct diag *diag);

#endif
