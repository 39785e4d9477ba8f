/*
 * What a clinic announces, above the list of its handouts. Internal to html*.c.
 */
#ifndef HANDOUT_EXPORT_HTML_CATALOGUE_NOTICE_H
#define HANDOUT_EXPORT_HTML_CATALOGUE_NOTICE_H

#include "base/xml.h"
#include "export/html_catalogue.h"

/* Those that are not over. */
void html_add_notices(struct xml *page, const struct catalogue *catalogue);

#endif
