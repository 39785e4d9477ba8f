/*
 * When to call: a list to tick under a heading that begins with a calling word of the language.
 */
#ifndef HANDOUT_DOCUMENT_CALLING_H
#define HANDOUT_DOCUMENT_CALLING_H

#include "document/document.h"

/* The block at `index` heads a list to tick, by a calling word. */
bool calling_begins(const struct document *document, const GPtrArray *blocks, guint index);

#endif
