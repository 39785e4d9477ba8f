/*
 * What tags.c gathers and tags_write.c writes. For these two files alone.
 */
#ifndef HANDOUT_PAINT_PDF_TAGS_WRITE_H
#define HANDOUT_PAINT_PDF_TAGS_WRITE_H

#include "paint/pdf/tags.h"

enum pdf_kid_kind {
    PDF_KID_MARK,       /* marked content: page and mcid */
    PDF_KID_ANNOTATION, /* an area to click or fill in: page and annotation */
    PDF_KID_ELEMENT,    /* a child */
    PDF_KID_KIND_COUNT
};

struct pdf_kid {
    enum pdf_kid_kind kind;
    unsigned order;  /* place in the reading order */
    unsigned serial; /* place among kids of equal order */
    unsigned page, mcid;
    struct pdf_ref annotation;
    struct pdf_node *child;
};

/* One element of the tree. */
struct pdf_node {
    const struct element *element;
    GArray *kids;           /* of struct pdf_kid; NULL: none yet */
    unsigned order;         /* the smallest below; UINT_MAX: no content */
    struct pdf_place place; /* of the item with that order */
    struct rect area;       /* what its own items cover on `area_page` */
    unsigned area_page;
    struct pdf_ref object; /* none: not written */
};

struct pdf_tags {
    struct pdf *pdf;
    const struct layout *layout;
    struct pdf_node *nodes; /* by element id */
    unsigned n_nodes;
    GPtrArray *marks; /* by page: GPtrArray by MCID of struct pdf_node * */
    GPtrArray
        *annotated; /* of struct pdf_node *, by StructParent key from the number of pages on */
};

/* Writes the grown tree: structure elements, its root, the parent tree and the tree of ids. */
void pdf_tags_write_tree(struct pdf_tags *tags, struct pdf_node *root);

#endif
