/*
 * Link areas of a page as annotations, and bookmarks as the file's outline.
 */
#ifndef HANDOUT_PAINT_PDF_LINK_H
#define HANDOUT_PAINT_PDF_LINK_H

#include "layout/page.h"
#include "paint/pdf/tags.h"

/* Adds the annotation of an item of `page`, which is number `number` of the layout (from 0) and
 * `target` in the file. Fails for an item whose element leads nowhere. */
void pdf_link_write(struct pdf *pdf, struct pdf_tags *tags, const struct page *page,
                    unsigned number, const struct item *item, struct pdf_ref target);

/* Adds the bookmarks of all elements with content, in reading order; after the tags were written.
 * True when there are any. */
bool pdf_outline_write(struct pdf *pdf, const struct pdf_tags *tags, const struct layout *layout);

#endif
