/*
 * The document step by step, in reading order: for whoever writes it without pages. Elements are
 * entered and left as in a file of nested marks; between stands what has no element of its own.
 */
#ifndef HANDOUT_DOCUMENT_WALK_H
#define HANDOUT_DOCUMENT_WALK_H

#include "document/document.h"

#include <glib.h>

enum step_kind {
    STEP_ENTER, /* an element begins */
    STEP_LEAVE, /* the element that was entered last and not left yet ends */
    STEP_WORDS,
    STEP_WRITE_LINE, /* room to write on, which is no form field */
    STEP_RULE,       /* a new subject without a heading */
    STEP_KIND_COUNT
};

/* All of it is lent by the document. */
struct step {
    enum step_kind kind;
    const struct element *element; /* ENTER, LEAVE: it; else the innermost one that is open */
    const struct block *block;     /* the one that the step comes from. ENTER: a picture of the
                                      document belongs to an element of role FIGURE, a box or line
                                      to fill in to one of role FORM. LEAVE: NULL */
    const struct span *span;       /* WORDS */
};

/*
 * The steps of the parts of the document that are in the set, of struct step; owned by the caller.
 * The first enters the document's root, the last leaves it. No element is entered twice; one that
 * no block fills is passed over.
 */
GArray *document_walk(const struct document *document, unsigned parts);

/* The same of some of its blocks, of const struct block *, top-level ones or not, in their order.
 */
GArray *document_walk_blocks(const struct document *document, const GPtrArray *blocks);

#endif
