/*
 * Page furniture: running titles, page numbers and where to call, as pagination artifacts (PDF/UA-1
 * 7.8).
 */
#ifndef HANDOUT_LAYOUT_FURNITURE_H
#define HANDOUT_LAYOUT_FURNITURE_H

#include "layout/page.h"
#include "layout/setter.h"

/* What furniture takes at the lower edge of a page without a rule above it, with white space
 * towards the text. [pt] */
double furniture_space(const struct setter *setter);

/* Puts the desk to the furniture's size; it sets nothing else after. */
void furniture_begin(struct setter *setter);

/* The title, and the clinic's name where both fit, above `frame` over a thin rule. */
void furniture_add_title(struct setter *setter, struct page *page, struct rect frame,
                         unsigned *order);

/* The foot of a page of what is folded: a thin rule, "Page 2 of 6" below `frame` at its left or
 * right edge, and the title, or what of it stands before its colon, at the other where it fits. */
void furniture_add_fold_foot(struct setter *setter, struct page *page, struct rect frame,
                             unsigned number, unsigned pages, bool at_right, unsigned *order);

/* The foot of a handout's page. */
struct page_foot {
    unsigned number, pages;
    const struct block
        *checked;      /* content: when the facts were checked; NULL: `words` stand there */
    const char *words; /* decoration; NULL: nothing */
    bool ruled;        /* with a line above it */
    double least;      /* [pt] as high as that at least */
};

/* Height of its words: more than a line's where those at the start need more. [pt] */
double furniture_foot_height(struct setter *setter, const struct page_foot *foot, double width);

/* Page number at the end, words at the start, a rule above. */
void furniture_add_foot(struct setter *setter, struct page *page, struct rect frame,
                        const struct page_foot *foot, unsigned *order);

/* Height of the running title above the body: more than its own line where that needs two. [pt] */
double furniture_head_height(struct setter *setter, double width);

#endif
