/*
 * Where lines end: which of the places that Pango offers are taken, so that a text is good to look
 * at and to read. Every line that could be saved has been saved before; only the others' ends are
 * chosen here.
 */
#ifndef HANDOUT_LAYOUT_BREAKER_H
#define HANDOUT_LAYOUT_BREAKER_H

#include "layout/profile.h"

#include <glib.h>
#include <stdbool.h>

/* What no line end parts, as the breaker sees it; widths are in any one unit. */
struct chunk {
    double width;
    double blank;  /* width of what parts it from the next one of its line */
    guint letters; /* letters and digits in it */
    bool joined;   /* no blank parts it from the next one: both are one word */
    bool spaced;   /* there is a blank within: it is several words */
    bool small;    /* one of the language's small words */
    bool phrase;   /* a phrase begins with it */
    bool number;   /* a number by itself */
    bool negation; /* turns round what stands before it */
    bool fact;     /* an isolated fact goes on behind it */
    bool sentence; /* a sentence ends with it */
    bool within;   /* it ends within a word that no blank parts from others */
    bool pause;    /* a comma, a semicolon or a colon ends it */
    bool bracket;  /* it begins with one */
    bool last;     /* a line ends behind it in any case */
    gsize end;     /* byte of the text behind it */
};

/* What is bad to look at where lines end, though nothing better was found. */
enum mess {
    MESS_NONE,
    MESS_SHORT,  /* a line that ends neither a sentence nor a clause leaves more than half of it, or
                  * the last word of a heading does; a line within holds but a short word, however
                  * wide its letters are, nothing but small words, or the last word of a clause; it
                  * ends in the first word of a sentence; or one begins with what turns the words
                  * before it round, so that those read as their opposite */
    MESS_SCRAPS, /* a line holds but a scrap of the text, or ends within a word or a fact */
    MESS_COUNT
};

/*
 * The ends of the lines (of guint, each the index behind a line's last chunk) at the least cost
 * (struct break_costs in profile.h), no line wider than `measure`, in as few lines as that allows;
 * owned by the caller. NULL when a chunk is wider by itself. `heading`: the text is one.
 */
GArray *breaker_find(const GArray *chunks, double measure, const struct break_costs *costs,
                     bool heading);

/* What is bad about such lines: scraps are a part of a fact or of a word, a short word alone, or at
 * the end any word that leaves more than half of the line empty (two thirds in a heading). */
enum mess breaker_mess(const GArray *chunks, const GArray *ends, double measure,
                       const struct break_costs *costs, bool heading);

#endif
