/*
 * A draft as the reader of articles has it, and what he says of it.
 */
#ifndef HANDOUT_IMPORT_DRAFT_H
#define HANDOUT_IMPORT_DRAFT_H

#include "content/article.h"

/* The body's lines stand below so many. */
#define DRAFT_FRONT_LINES 3

struct draft_reading {
    struct article *article; /* NULL: it cannot be read */
    struct diag *diag;
};

/* Reads the body of an article, without the files that lie beside it. `signs`: what our editor's
 * eye finds is said too. The caller clears it. */
struct draft_reading draft_read(const char *body, bool signs);
void draft_clear(struct draft_reading *draft);

/* True when the body has nothing that a product would show. */
bool draft_is_empty(const char *body);

#endif
