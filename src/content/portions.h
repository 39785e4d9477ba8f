/*
 * The portions of an article that are translated one by one: its blocks on the top level, as they
 * are written in the file, and the record of which words of the source each was made from.
 *
 * The record stands in the translation itself, as a comment above each block:
 *
 *     <!-- source 1f3a9c2e
 *     Take one tablet with water.
 *     -->
 *
 * So it goes where the block goes: people move, copy, part and mail the file, and need no second
 * one. What is compared is the number alone, so the words may be taken out, and a block whose
 * comment is lost is still compared with what stands there in the source. (A list of numbers in the
 * front matter would be wrong from the first block that somebody moves; a file beside it would be
 * left behind.)
 */
#ifndef HANDOUT_CONTENT_PORTIONS_H
#define HANDOUT_CONTENT_PORTIONS_H

#include "content/article.h"

/* How a record begins and ends. */
#define RECORD_START "<!-- source "
#define RECORD_END   "-->"

struct portion {
    const struct node *node; /* of the article, lent; NULL: a record without words below it */
    struct pos pos;
    char *text;   /* the Markdown, without comments and blanks around it */
    char *number; /* eight digits that change when the words do */
    char *from;   /* the number of what it was made from, as recorded; NULL: nobody says */
};

/* In the order of the file: of struct portion *, owned by the caller. */
GPtrArray *portions_of(const struct article *article);

#endif
