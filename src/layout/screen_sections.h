/*
 * The document divided by its headings: each section is one idea, and gets screens of its own.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_SECTIONS_H
#define HANDOUT_LAYOUT_SCREEN_SECTIONS_H

#include "document/document.h"

/* A stretch of the document under one heading (or several, each below the one before it). */
struct section {
    GPtrArray *headings; /* of struct block *; borrowed */
    GPtrArray *blocks;   /* of struct block *; borrowed */
};

/* All sections in reading order (of struct section *), without the title matter; owned by the
 * caller. */
GPtrArray *screen_sections(const struct document *document);

/* True for the blocks of the title screen: the clinic's name and the title. */
bool screen_is_title_matter(const struct block *block);

#endif
