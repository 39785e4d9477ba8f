/*
 * Which files of an article are forms of its handout, and what leads to them.
 */
#ifndef HANDOUT_PUBLISH_FORMS_H
#define HANDOUT_PUBLISH_FORMS_H

#include "content/labels.h"
#include "export/form.h"
#include "publish/report.h"

/* The form that a file is, as pages of the web call it; NULL: it is none of its own. */
struct form *form_of(const struct report_file *file, const struct labels *labels);

/* From a page of the web to a file; owned by the caller. */
char *form_href(const struct report_file *file);

#endif
