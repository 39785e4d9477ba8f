/*
 * The clinic's telephone number on a page of the web.
 */
#ifndef HANDOUT_EXPORT_HTML_TELEPHONE_H
#define HANDOUT_EXPORT_HTML_TELEPHONE_H

#include "base/xml.h"
#include "document/document.h"

/* As a link; nothing where the clinic has none. A class of NULL: it has none. */
void html_add_telephone(struct xml *page, const struct document *document, const char *class);

#endif
