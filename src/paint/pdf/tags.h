/*
 * Tags of one file: the structure tree and the way back into it from pages and annotations
 * (ISO 32000-1 14.7 and 14.8).
 *
 * While pages are painted, each piece of marked content and each area to click or fill in is noted
 * here with its place in the reading order; at the end the tree is written. Only elements with
 * content in this layout are written, and the cells of such tables, so that rows keep their number
 * of columns.
 */
#ifndef HANDOUT_PAINT_PDF_TAGS_H
#define HANDOUT_PAINT_PDF_TAGS_H

#include "layout/page.h"
#include "paint/pdf/object.h"

struct pdf_tags;

/* Where the content of an element begins: its first item in reading order. */
struct pdf_place {
    unsigned page;   /* index in the layout, from 0 */
    struct rect box; /* [pt] of the item, on that page of the layout: y downwards */
    unsigned order;  /* of the item in the reading order of the layout */
};

/* No marks yet. File and layout must outlive the tags. Fails for two elements of one id. In what
 * follows, an element that is not of the layout's tree fails, too, and `page` is a page's index in
 * the layout. */
struct pdf_tags *pdf_tags_new(struct pdf *pdf, const struct layout *layout);
void pdf_tags_free(struct pdf_tags *tags);

/* Begins a piece of marked content whose first item is `order` in the reading order; gives its
 * identifier on the page (MCID). */
unsigned pdf_tags_mark(struct pdf_tags *tags, const struct element *element, unsigned page,
                       unsigned order);

/* Notes where an item that has an element stands. */
void pdf_tags_cover(struct pdf_tags *tags, unsigned page, const struct item *item);

/* Ties the annotation made for an area to its Link or Form element; gives its StructParent key. */
unsigned pdf_tags_annotate(struct pdf_tags *tags, const struct element *element, unsigned page,
                           const struct item *item, struct pdf_ref annotation);

/* Writes the tree into the catalog, after all pages. */
void pdf_tags_write(struct pdf_tags *tags);

/* After `pdf_tags_write`: where an element begins, lent, and its object. NULL and none when it has
 * no content. */
const struct pdf_place *pdf_tags_place(const struct pdf_tags *tags, const struct element *element);
struct pdf_ref pdf_tags_object(const struct pdf_tags *tags, const struct element *element);

#endif
