/*
 * The style sheet of a clinic's web pages.
 */
#ifndef HANDOUT_EXPORT_HTML_STYLE_H
#define HANDOUT_EXPORT_HTML_STYLE_H

#include "content/style.h"

/* CSS: the clinic's colours, typeface and paper, then web/handout.css. Owned by the caller. */
char *html_style(const struct style *style);

#endif
