/*
 * How to reach the clinic, at the foot of a page of the web.
 */
#ifndef HANDOUT_EXPORT_HTML_REACH_H
#define HANDOUT_EXPORT_HTML_REACH_H

#include "base/xml.h"
#include "export/html.h"

/* The foot, with the facts of the document's contact block. */
void html_add_contact(struct xml *page, const struct document *document,
                      const struct html_setting *setting);

/* The same, and what html_add_telephone adds to the band, as markup for a page about no handout;
 * owned by the caller. */
char *html_contact(const struct document *document);
char *html_telephone(const struct document *document);

#endif
