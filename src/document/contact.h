/*
 * How to reach the clinic, as a document of a handout says it: for whoever needs a single fact of
 * its contact block.
 */
#ifndef HANDOUT_DOCUMENT_CONTACT_H
#define HANDOUT_DOCUMENT_CONTACT_H

#include "document/document.h"

/* The facts of the clinic, of const struct block *, the heading first; lent. */
const GPtrArray *contact_facts(const struct document *document);

/* Those of one kind, of const struct block *; the array is the caller's. */
GPtrArray *contact_facts_of(const struct document *document, enum fact_kind kind);

/* The first block that has the words of such a fact; NULL: it is not given. Of a code, the caption
 * comes behind it. */
const struct block *contact_fact(const struct document *document, enum fact_kind kind);

/* The telephone number, lent; NULL: it is not given. */
const char *contact_telephone(const struct document *document);

#endif
