/*
 * Where words may be parted that a place on the visitors' pages has no room for.
 */
#ifndef HANDOUT_PLAYER_PARTING_H
#define HANDOUT_PLAYER_PARTING_H

#include "base/xml.h"
#include "document/document.h"

/* The text with soft hyphens in its long words; owned by the caller. */
char *parting_text(const char *text, const char *lang);

/* Adds the long words of the blocks (of const struct block *) so parted, for browser/lines.js. */
void parting_add_words(struct xml *page, const struct document *document, const GPtrArray *blocks);

#endif
