/*
 * Link areas of a page as annotations, and bookmarks as the file's outline.
 */
#ifndef HANDOUT_PAINT_PDF_LINK_H
#define HANDOUT_PAINT_PDF_LINK_H

#include "layout/page.h"
#include "paint/pdf/tags.h"

struct pdf_links;

/* None yet. File, tags and layout must outlive them. */
struct pdf_links *pdf_links_new(struct pdf *pdf, struct pdf_tags *tags,
                                const struct layout *layout);
void pdf_links_free(struct pdf_links *links);

/*
 * Adds the annotation of the first of `areas` (struct item * of kind LINK on `page`, which is
 * number `number` of the layout (from 0) and `target` in the file, in reading order). It is that of
 * all lines of the link that stand below each other, too, where their rectangle holds no other
 * link; all of them are taken out of `areas`. Fails for an item whose element leads nowhere.
 */
void pdf_link_write(struct pdf_links *links, const struct page *page, unsigned number,
                    GPtrArray *areas, struct pdf_ref target);

/* Aims the links to places in the file; after the tags were written. Fails for a place without
 * content. */
void pdf_links_aim(struct pdf_links *links);

/* Adds the bookmarks of all elements with content, in reading order; after the tags were written.
 * True when there are any. */
bool pdf_outline_write(struct pdf *pdf, const struct pdf_tags *tags, const struct layout *layout);

#endif
