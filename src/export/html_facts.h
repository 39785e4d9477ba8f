/*
 * What a page is and whose it is, for programs that read pages.
 */
#ifndef HANDOUT_EXPORT_HTML_FACTS_H
#define HANDOUT_EXPORT_HTML_FACTS_H

#include "document/document.h"

/* JSON-LD in the words of schema.org (MedicalWebPage, MedicalClinic), fit to stand in a script
 * element; owned by the caller. */
char *html_facts(const struct document *document);

#endif
