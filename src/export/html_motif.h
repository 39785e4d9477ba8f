/*
 * An article's motif on a page of the web: as drawings of two shapes, of which the style shows the
 * one that the window has room for.
 */
#ifndef HANDOUT_EXPORT_HTML_MOTIF_H
#define HANDOUT_EXPORT_HTML_MOTIF_H

#include "base/xml.h"
#include "content/art.h"

/* Beside the title of a handout: a field about as high as wide, or a strip; nothing for ART_NONE.
 * Neither is heard. */
void html_add_motif(struct xml *page, enum art art);

/* At the edge of an entry of the catalogue: a high strip. What they show is drawn once for a page
 * with many of them, ahead of the first one. */
void html_add_motif_strips(struct xml *page);
void html_add_motif_strip(struct xml *page, enum art art);

/* A square, as a list has it beside a title; likewise drawn once, ahead of the list. */
void html_add_motif_squares(struct xml *page);
void html_add_motif_square(struct xml *page, enum art art);

#endif
