/*
 * The page's own address as a code, for those who want to go on reading on their telephone.
 */
#ifndef HANDOUT_EXPORT_HTML_CODE_H
#define HANDOUT_EXPORT_HTML_CODE_H

#include "base/xml.h"
#include "document/document.h"

/* A figure with the code and what it is for; nothing when the page is not on the web. */
void html_add_code(struct xml *page, const struct document *document);

#endif
