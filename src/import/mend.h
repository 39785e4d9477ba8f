/*
 * Drafts that their reader refuses: what the files that mend them share.
 */
#ifndef HANDOUT_IMPORT_MEND_H
#define HANDOUT_IMPORT_MEND_H

#include "content/article.h"
#include "import/parts.h"

#define WHY_SIGN "a sign that would be taken for something else here is a sign now: check it"

struct mending {
    struct source *source;
    GPtrArray *lines;  /* of the body; of char *, owned */
    GHashTable *nodes; /* "line:column" to headings and blocks of code, lent by the article */
    const struct article *article; /* that the lines make; NULL: none */
    bool all;                      /* every sign of a refused line */
};

/* Lines are counted from 0; `from` points into the line. */

/* Puts a line in before that one, which takes it: what stands below moves down. */
void mend_insert(struct mending *m, guint at, char *line);

/* Takes the line, in the place of the one there. */
void mend_set(struct mending *m, guint at, char *line);

/* Lists the line as it is, once for each reason. */
void mend_note_line(struct mending *m, guint at, const char *why);

/* Where a line that is refused for its looks, as a row of a table is, has its first bar, if it is
 * refused at what it stands in, as the sign of an item; else `from`. */
const char *mend_find_bar(const struct mending *m, guint at, const char *from);

/* Signs of text: the first from there on; all in the line; all in the lines about it that an empty
 * one, or one around code, parts from others. */
void mend_escape(struct mending *m, guint at, const char *from);
void mend_escape_line(struct mending *m, guint at);
void mend_escape_all(struct mending *m, guint at);

/* Signs that no backslash keeps from saying something: of a span, or what a quotation is for. They
 * are parted, once. */
bool mend_is_stubborn(const char *from);
void mend_part(struct mending *m, guint at, const char *from);

bool mend_is_blank(const char *line);

/* Mends a block that begins there. `node`: it is code or a heading; else NULL. */
void mend_block(struct mending *m, guint at, const char *from, const struct node *node);

#endif
