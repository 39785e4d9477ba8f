/*
 * The document divided by its headings: each section is one idea, and gets screens of its own. A
 * callout is one, too; what follows it goes on under the heading before it.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_SECTIONS_H
#define HANDOUT_LAYOUT_SCREEN_SECTIONS_H

#include "document/document.h"

/* A stretch of the document under one heading (or several, each below the one before it). */
struct section {
    GPtrArray *headings;         /* of struct block *; borrowed */
    GPtrArray *blocks;           /* of struct block *; borrowed */
    const struct block *callout; /* the only one of the blocks; NULL: the section is none */
};

/* All sections in reading order (of struct section *), without the title matter; owned by the
 * caller. */
GPtrArray *screen_sections(const struct document *document);

/* True for the blocks of the title screen: the clinic's name and the title. */
bool screen_is_title_matter(const struct block *block);

#endif
