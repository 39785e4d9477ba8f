/*
 * What goes into a file of an article for those who want it in another form: its source, and its
 * page.
 */
#ifndef HANDOUT_PUBLISH_ATTACHMENTS_H
#define HANDOUT_PUBLISH_ATTACHMENTS_H

#include "content/article.h"
#include "content/style.h"
#include "document/document.h"

/* Of struct attachment *, by rising names, for painters that take some; `web` is the document of
 * its page. The array owns all that it says. */
GPtrArray *attachments_new(const struct article *article, const struct document *web,
                           const struct style *style);

#endif
