/*
 * What fontconfig has answered about a font set, kept from one run to the next: to read a set and
 * to sort its faces takes longer than to set a line of text. Answers hold as long as the files that
 * tell of the set, its folders and the files of its faces are what they were, by size and time.
 */
#ifndef HANDOUT_LAYOUT_FONT_MEMO_H
#define HANDOUT_LAYOUT_FONT_MEMO_H

#include <glib.h>

struct font_memo;

/* What has been kept (base/cache.h) of the set that the file `path` describes, with `first` as its
 * first choice; nothing when that does not hold any more. One thread at a time. */
struct font_memo *font_memo_open(const char *path, const char *first);
void font_memo_free(struct font_memo *memo);

/* The files that the answers hold on, of char *; lent, NULL-terminated; NULL: nothing is kept. */
const char *const *font_memo_files(const struct font_memo *memo);

/* From here on answers come from these files as they now are: those from others are dropped. */
void font_memo_begin(struct font_memo *memo, const GPtrArray *files);

/* The answer; lent, NULL-terminated; NULL: none is known. */
const char *const *font_memo_get(const struct font_memo *memo, const char *question);

/* Keeps an answer, of char *, from the end of the memo on; it is lent as it is kept. */
const char *const *font_memo_put(struct font_memo *memo, const char *question,
                                 const GPtrArray *answer);

#endif
