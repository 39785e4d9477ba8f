/*
 * What elements of a page are to whoever looks at them, for style sheets: the document's own kinds,
 * by their names.
 */
#ifndef HANDOUT_EXPORT_HTML_CLASS_H
#define HANDOUT_EXPORT_HTML_CLASS_H

#include "document/walk.h"

/* Of what a step enters; static; NULL: none. */
const char *html_class(const struct step *step);

#endif
