/*
 * The body of an article as its author wrote it, line by line: for whoever looks at signs, which
 * the parser's tree no longer tells. Lines are counted from 1, as cmark counts them.
 */
#ifndef HANDOUT_CONTENT_BODY_H
#define HANDOUT_CONTENT_BODY_H

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

struct body_line {
    const char *text; /* goes on behind the line end; lent by the body's text */
    int bytes;        /* without the line end */
    bool code;        /* within a block of code, or one of its fences (CommonMark 4.5) */
    bool html;        /* within a block of HTML (4.6); no line is before the text is parsed */
    bool comment;     /* some of it is a comment; signs of one in code are none */
    bool goes_on;     /* it begins within a comment */
};

struct body {
    guint64 path;     /* as base/paths.h numbers it */
    int first_line;   /* of the body, in the article's file */
    GArray *lines;    /* of struct body_line */
    const char *seen; /* as the parser has it, of the same length; lent, NULL: it was not asked */

    /* The head of a line whose column is known, so that a long line with many places is not counted
     * from its start for each of them. */
    struct body_line counted;
    int column;
};

/* Borrows `text`. */
void body_init(struct body *body, guint64 path, const char *text, int first_line);
void body_clear(struct body *body);

/* Line `number`; beyond the text lines are empty. */
struct body_line body_line(const struct body *body, int number);

/* The same as the parser has seen it. */
struct body_line body_line_seen(const struct body *body, int number);

/* A copy of it without its line end; owned by the caller. */
char *body_line_text(const struct body *body, int number);

/* The same with blanks in the place of comments, so that all else keeps its place. */
char *body_line_words(const struct body *body, int number);

/* Where byte `bytes` of that line stands in the article's file. */
struct pos body_pos(struct body *body, int number, int bytes);

#endif
