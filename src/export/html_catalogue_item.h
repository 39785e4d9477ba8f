/*
 * One handout of the list of all. Internal to html*.c.
 */
#ifndef HANDOUT_EXPORT_HTML_CATALOGUE_ITEM_H
#define HANDOUT_EXPORT_HTML_CATALOGUE_ITEM_H

#include "base/xml.h"
#include "export/html_catalogue.h"

/* `item`: its languages. `heading`: the element of its title. */
void html_add_item(struct xml *page, const struct catalogue *catalogue, const GPtrArray *item,
                   const char *heading);

#endif
