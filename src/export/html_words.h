/*
 * Words of a document within the element of HTML that holds them.
 */
#ifndef HANDOUT_EXPORT_HTML_WORDS_H
#define HANDOUT_EXPORT_HTML_WORDS_H

#include "export/html_parts.h"

/* Writes the words of a step, of kind WORDS. */
void html_add_words(struct html *html, const struct step *step);

#endif
