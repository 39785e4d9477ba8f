/*
 * Long texts are set a piece at a time: Pango takes time by the square of a text's facts, and its
 * widths hold no more than some 100,000 letters. Internal to text.c.
 */
#ifndef HANDOUT_LAYOUT_LENGTHY_H
#define HANDOUT_LAYOUT_LENGTHY_H

#include "layout/lines.h"
#include "layout/paragraph.h"

struct lengthy {
    const GPtrArray *spans; /* of the whole text, lent */
    enum text_kind kind;
    guint span;   /* what is not set yet begins in that one, */
    size_t byte;  /* at that byte of it, */
    int letters;  /* with so many of its letters before it, */
    size_t left;  /* and has as many bytes */
    size_t piece; /* bytes of the next piece */
    bool last;    /* the piece has all that was left */
};

struct lengthy lengthy_of(const GPtrArray *spans, enum text_kind kind);

/* Spans of the next piece; a reference of the caller's. */
GPtrArray *lengthy_piece(struct lengthy *text);

/* How many lines of a piece can stay when more of its text follows; 0: more is to be set at once.
 */
guint lengthy_lines(const struct paragraph *p, const struct lines *lines);

/* The lines before that byte of the piece's paragraph are set; 0: a longer piece is wanted. */
void lengthy_go_on(struct lengthy *text, const struct paragraph *p, size_t offset);

#endif
