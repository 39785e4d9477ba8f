/*
 * What narrows the list of handouts for those whose browser runs its script: by words, and by
 * languages.
 */
#ifndef HANDOUT_EXPORT_HTML_CATALOGUE_FILTER_H
#define HANDOUT_EXPORT_HTML_CATALOGUE_FILTER_H

#include "base/xml.h"
#include "export/html_catalogue.h"

/* A field to type into; hidden until the script is there. */
void html_add_search(struct xml *page, const struct catalogue *catalogue);

/* A choice of the languages that there are handouts in, likewise; nothing where that is one. */
void html_add_choice(struct xml *page, const struct catalogue *catalogue);

#endif
