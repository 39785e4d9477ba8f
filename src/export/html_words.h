/*
 * Words of a document within the element of HTML that holds them.
 */
#ifndef HANDOUT_EXPORT_HTML_WORDS_H
#define HANDOUT_EXPORT_HTML_WORDS_H

#include "base/xml.h"
#include "document/walk.h"

/* Writes the words of a step, of kind WORDS. `lang`: of the document; `rtl`: what is around them
 * reads from right to left. */
void html_add_words(struct xml *xml, const struct step *step, const char *lang, bool rtl);

#endif
