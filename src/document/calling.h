/*
 * When to call: a list to tick under a heading that begins with a calling word of the language.
 */
#ifndef HANDOUT_DOCUMENT_CALLING_H
#define HANDOUT_DOCUMENT_CALLING_H

#include "document/document.h"

/* The block at `index` heads a list to tick, by a calling word. */
bool calling_begins(const struct document *document, const GPtrArray *blocks, guint index);

/* Headings of such lists, and these lists: const struct block * -> const struct element *; the
 * table is the caller's. */
GHashTable *calling_lists(const struct document *document, const GPtrArray *blocks);

/* What stands before the number to call, where one is named below such a list; owned by the caller.
 */
char *calling_label(const struct document *document);

#endif
