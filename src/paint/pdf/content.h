/*
 * The content of pages: display list items as PDF operators and marked content.
 */
#ifndef HANDOUT_PAINT_PDF_CONTENT_H
#define HANDOUT_PAINT_PDF_CONTENT_H

#include "paint/pdf/canvas.h"

/* Writes the items of `page`, which is number `number` of the layout (from 0), into `target`, its
 * page in the file, and notes in the tags what they are content of. */
void pdf_content_write(const struct pdf_parts *parts, const struct page *page, unsigned number,
                       struct pdf_ref target);

/* Sorts pointers to items of one page by reading order, then by place in the page. */
int pdf_item_compare(gconstpointer a, gconstpointer b);

#endif
