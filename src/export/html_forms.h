/*
 * Links to the forms of a handout.
 */
#ifndef HANDOUT_EXPORT_HTML_FORMS_H
#define HANDOUT_EXPORT_HTML_FORMS_H

#include "base/xml.h"

#include <glib.h>

/* A list of them (of struct form *); nothing where there are none. `title`: of the handout. */
void html_add_forms(struct xml *page, const GPtrArray *forms, const char *title);

#endif
