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
 * left behind.) Where the source has changed, the record says so, and keeps the older words:
 *
 *     <!-- source 1f3a9c2e -> 77aa01bc
 *     Take two tablets with water.
 *     === before:
 *     Take one tablet with water.
 *     -->
 *
 * What is translated of the front matter has the same record in comments of its own above each key:
 *
 *     # source 1f3a9c2e
 *     #| summary: Rest well.
 *     summary: Descanse bien.
 */
#ifndef HANDOUT_CONTENT_PORTIONS_H
#define HANDOUT_CONTENT_PORTIONS_H

#include "content/article.h"

/* How a record begins and ends, and what parts the words of the source from older ones. */
#define RECORD_START  "<!-- source "
#define RECORD_CHANGE " -> "
#define RECORD_BEFORE "=== before:"
#define RECORD_END    "-->"

/* The same of front matter: the record, a line of the source's words, one of its older words. */
#define RECORD_OF_KEY        "# source "
#define RECORD_OF_KEY_NOW    "#| "
#define RECORD_OF_KEY_BEFORE "#< "

struct portion {
    const struct node *node; /* of the article, lent; NULL: a record without words below it */
    struct pos pos;
    char *text;    /* the Markdown, without comments and blanks around it */
    char *written; /* the same with the author's comments, and what else is above it below its
                      record */
    char *number;  /* eight digits that change when the words do */
    char *from;    /* the number of what it was made from, as recorded; NULL: nobody says */
    char *made_of; /* the words that it was made from, as recorded; NULL: nobody says */
};

/* In the order of the file: of struct portion *, owned by the caller. */
GPtrArray *portions_of(const struct article *article);

/* What is translated of the front matter, one key of it. */
struct front_portion {
    const char *key;
    GPtrArray *values; /* of const struct fact *, lent: one, or the items of a list; empty: the key
                          is not given */
    bool list;
    struct pos pos;
    char *number;  /* of its values; NULL: it has none */
    char *from;    /* as in a portion */
    char *made_of; /* likewise: lines of front matter */
};

/* Every key that is translated, given or not, in one order: of struct front_portion *, owned by the
 * caller. The title is that of the article, wherever it stands. */
GPtrArray *front_portions_of(const struct article *article);

/* The lines between those of "---" at the head of the file; "" where it has none. Owned by the
 * caller. */
char *front_settings(const struct article *article);

/* The number of a text, whatever blanks and line ends part its words; owned by the caller. */
char *portion_number(const char *text);

#endif
