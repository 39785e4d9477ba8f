/*
 * A document as HTML: its blocks, as they stand in a page; html_page.h has the page around them.
 *
 * Every role becomes the element of HTML that says the same. Languages and directions that differ
 * from what is around them are given. Markers of lists are the browser's; boxes of tasks and what
 * else stands for words carries these for those who listen.
 */
#ifndef HANDOUT_EXPORT_HTML_H
#define HANDOUT_EXPORT_HTML_H

#include "base/xml.h"
#include "content/image.h"
#include "document/document.h"

/* Where the blocks stand. */
struct html_setting {
    int levels_above; /* of headings in the page, below which the document's own stand */

    const char *anchors; /* stands before the names of places in the document, where the page has
                            others beside it; NULL: nothing does */

    bool handout; /* the page is a handout, with a look of its own: tables may be shown as a card
                     for each row, so that cells show what names their column and tables are said
                     to be some; what says when to call has the number; questions have room to
                     type */

    bool calls; /* on a page that is none, what says when to call has the number, in words alone */

    bool cards; /* tables may be shown so on a page that is none */

    bool whole_facts; /* what no line may part is of the class "nb", as in handouts, and the page's
                         style keeps it whole */

    /* The address of a picture, lent; NULL: its words stand for it. NULL as a function: for all. */
    const char *(*find_picture)(void *user, const struct image *image);
    void *user;
};

/* Writes blocks of a document (of const struct block *) into the element that is open, whose
 * language and direction are the document's. */
void html_write_blocks(struct xml *xml, const struct document *document, const GPtrArray *blocks,
                       const struct html_setting *setting);

/* The same of a handout's article, whose document has a contact block: whom to turn to at once
 * stands ahead of its words where it says so. */
void html_write_article(struct xml *xml, const struct document *document, const GPtrArray *blocks,
                        const struct html_setting *setting);

#endif
