/* What stands around a page's article, by the names that sites give it: its logo, and its parts. */
#ifndef HANDOUT_IMPORT_HTML_AROUND_H
#define HANDOUT_IMPORT_HTML_AROUND_H

#include "import/html_parts.h"

/* What a part of a page is by a name that its site put together; lent for good; NULL: unknown. */
const struct html_part *html_called_part(const xmlNode *node);

/* The words of a link, or of what is called the site's logo; owned by the caller; NULL: neither. */
char *html_logo_words(const xmlNode *node);

/* Takes a picture's words, or a link's, for whose site it is, if the page has them for its logo.
 * `quote`: as the page has it. */
void html_take_logo(struct walk *w, const xmlNode *node, const char *quote, const char *words);

/* True for a logo within a table that places the parts of the page. */
bool html_is_placed_logo(const struct walk *w, const xmlNode *node);

#endif
