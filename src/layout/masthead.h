/*
 * The head of a handout's first page: a dark band that says whose sheet it is, and below it, on a
 * tint, what it is about.
 */
#ifndef HANDOUT_LAYOUT_MASTHEAD_H
#define HANDOUT_LAYOUT_MASTHEAD_H

#include "layout/setter.h"
#include "layout/strip.h"

struct masthead {
    bool telephone; /* the number stands in the band, because the contact band does not follow on
                       the same page */
    bool plain;     /* without the motif, where paper is short */
    guint step;     /* at least so many steps down of the title's sizes */
    double band, height; /* [pt] of the band and of all, at least: beside another head */
};

/* Its words, which say how high it is. The motif is drawn of hundreds of corners, and sheets are
 * tried with many heads: so only the one that is taken is drawn. */
struct masthead_words {
    struct strip *strip;        /* owned */
    double width, band, height; /* [pt] of all, of the band, of both storeys */
    enum art art;
};

/* The document's clinic name, title and summary in a head `width` points wide; owned by the caller.
 */
struct masthead_words *masthead_set(struct setter *setter, const struct masthead *masthead,
                                    double width);
struct masthead_words *masthead_copy(const struct masthead_words *words);
void masthead_free(struct masthead_words *words);

/* The head with its grounds; owned by the caller. Frees the words. */
struct strip *masthead_draw(const struct setter *setter, struct masthead_words *words);

/* True for the blocks that it holds; what else is of their parts stands below it. */
bool masthead_holds(const struct block *block);

#endif
