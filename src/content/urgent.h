/*
 * The urgent message: `urgent.md` in the content directory, an article whose front matter says
 * `until:` when it ends. While it stands it is the whole show.
 */
#ifndef HANDOUT_CONTENT_URGENT_H
#define HANDOUT_CONTENT_URGENT_H

#include "content/article.h"

#define URGENT_FILE "urgent.md"

/* The stem of what is made of it. */
#define URGENT_NAME "urgent"

/* When it ends. */
struct urgent_end {
    gint64 seconds; /* since 1970, of that minute by the clock here; 0: not known (reported) */
    char text[17];  /* "2026-03-31 17:00"; "": not known */
};

/* "2026-03-31 17:00", or with a T in its middle; false when it is no such time. */
bool urgent_end_read(const char *text, struct urgent_end *out_end);

/* As article_load does, and reports what is no time to end, and keys that such a message has no use
 * for. */
struct article *urgent_load(const char *path, struct urgent_end *out_end, struct diag *diag);

/* True until it ends, for ever when that is not known; SOURCE_DATE_EPOCH turns the clock. */
bool urgent_stands(const struct urgent_end *end);

#endif
