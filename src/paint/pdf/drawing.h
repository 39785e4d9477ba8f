/*
 * Drawings: the art of a page that many files of a run show alike, as an object of its own. It is
 * written and packed once for all of them.
 */
#ifndef HANDOUT_PAINT_PDF_DRAWING_H
#define HANDOUT_PAINT_PDF_DRAWING_H

#include "layout/page.h"
#include "paint/pdf/object.h"

#include <glib.h>

/* Those that one file shows so far. */
struct pdf_drawings;

struct pdf_drawings *pdf_drawings_new(struct pdf *pdf);
void pdf_drawings_free(struct pdf_drawings *drawings);

/* The object that paints the items of a group (of struct item *, all of one element or all
 * decoration) on a page of this size, at their places; it needs no more than to be used
 * (pdf_page_use_picture). None: they are no decoration of many outlines and nothing else, so they
 * stand in the page itself. */
struct pdf_ref pdf_drawings_get(struct pdf_drawings *drawings, const struct page *page,
                                const GPtrArray *group);

#endif
