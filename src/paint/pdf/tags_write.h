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

/* One entry of an element's K array. */
struct pdf_kid {
    enum pdf_kid_kind kind;
    unsigned order;  /* of its first item in the reading order */
    unsigned serial; /* place among kids of equal order: as they were added */
    unsigned page;   /* index in the layout; of marked content and annotations */
    union {
        unsigned mcid;             /* MARK: identifier on the page */
        struct pdf_ref annotation; /* ANNOTATION */
        struct pdf_node *child;    /* ELEMENT */
    } as;
};

/* One element of the tree. */
struct pdf_node {
    const struct element *element; /* borrowed from the layout; NULL: no element has this id */
    GArray *kids;                  /* of struct pdf_kid, owned; NULL: none yet */
    unsigned order;                /* the smallest at and below it; UINT_MAX: no content */
    struct pdf_place place;        /* of the item with that order */
    struct rect area;              /* [pt] what its own items cover on `area_page` of the layout */
    unsigned area_page;            /* of the item that was noted first */
    unsigned last;                 /* the greatest order of a run that its ActualText stands for */
    bool blank;                    /* that run has the blank which parts a line from the next */
    struct pdf_ref object;         /* none: not written */
};

struct pdf_tags {
    struct pdf *pdf;             /* borrowed */
    const struct layout *layout; /* borrowed */
    struct pdf_node *nodes;      /* by element id; owned */
    unsigned n_nodes;
    struct pdf_ref new_space; /* namespace of what is as PDF 2.0 has it, once the tree is written */
    struct pdf_ref note_space; /* and of notes, which go by another name there */
    GPtrArray *marks;          /* by page: GPtrArray by MCID of struct pdf_node *; owned */
    GPtrArray *annotated; /* of struct pdf_node *, by StructParent key less the number of pages */
    GHashTable *links_to; /* note, a struct element -> GPtrArray of struct pdf_node * in their
                             order, while the tree is written */
};

/* Writes the tree, whose nodes have kids and objects by now: structure elements, its root, the
 * parent tree and the tree of ids. */
void pdf_tags_write_tree(struct pdf_tags *tags, struct pdf_node *root);

#endif
