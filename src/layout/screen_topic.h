/*
 * The topic: what a section is about, in one line or two at the top of each of its screens. Its
 * headings; before the first of them the article's title, up to its colon.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_TOPIC_H
#define HANDOUT_LAYOUT_SCREEN_TOPIC_H

#include "layout/screen_sections.h"
#include "layout/screen_show.h"

/* The blocks of the section's topic; of struct block *, owned by the caller; empty: it has none. */
GPtrArray *screen_topic_blocks(const struct document *document, const struct section *section);

/* The topic as strips as wide as the area, in letters of the smallest size or, where `size` is
 * less, in those; owned by the caller. Empty: there is none; NULL: it does not fit its few lines
 * whole. */
GPtrArray *screen_topic_set(struct show *show, const GPtrArray *blocks, double size);

/* The part of a title that stands before its colon, and the one behind it, as blocks of kind TEXT,
 * owned by the caller. `*rest` is NULL, and all of it in `*main`, where it has none. */
void screen_title_parts(const struct block *title, struct block **main, struct block **rest);

/* The document's title; NULL: its blocks hold none. Lent. */
const struct block *screen_title_block(const struct document *document);

#endif
