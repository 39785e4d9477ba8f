/*
 * Addresses as codes, the page's own first, for those who want to go on reading on their telephone.
 */
#ifndef HANDOUT_EXPORT_HTML_CODE_H
#define HANDOUT_EXPORT_HTML_CODE_H

#include "base/xml.h"
#include "document/document.h"

/* A figure with the code and what it is for; nothing when the page is not on the web. */
void html_add_code(struct xml *page, const struct document *document);

/* The code of an address alone, with `words` for those who do not see it; nothing when the address
 * is too long for one. */
void html_add_drawing(struct xml *page, const char *address, const char *words);

#endif
