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

/* The head, `width` points wide, with the document's clinic name, title and summary; owned by the
 * caller. */
struct strip *masthead_set(struct setter *setter, const struct masthead *masthead, double width);

/* Heights of the band and of all. [pt] */
void masthead_measure(struct setter *setter, const struct masthead *masthead, double width,
                      double *band, double *height);

/* True for the blocks that it holds; what else is of their parts stands below it. */
bool masthead_holds(const struct block *block);

#endif
