/*
 * Draws motifs: quiet shapes in tints of the accent that carry no meaning and no text.
 */
#ifndef HANDOUT_LAYOUT_ART_H
#define HANDOUT_LAYOUT_ART_H

#include "base/clip.h"
#include "content/art.h"
#include "layout/strip.h"

/* The motif with its ground, cut along the field, as decoration. */
void art_add(struct strip *strip, enum art art, const struct patch *field, struct color accent);

/* The same with round corners on a page. */
void art_place(struct page *page, enum art art, struct rect area, struct color accent,
               unsigned *order);

#endif
