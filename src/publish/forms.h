/*
 * Which files of an article are forms of its handout, and what leads to them.
 */
#ifndef HANDOUT_PUBLISH_FORMS_H
#define HANDOUT_PUBLISH_FORMS_H

#include "content/labels.h"
#include "export/form.h"
#include "publish/report.h"

struct digest;

/* The form that a file is, as pages of the web call it; NULL: it is none of its own. */
struct form *form_of(const struct report_file *file, const struct labels *labels);

/* From a page of the web to a file; owned by the caller. What stands elsewhere lies in a folder
 * beside the pages, once more, so that they can be put on a server by themselves. */
char *form_href(const struct report_file *file);

/* Whether a file that is like that (report_files_like) is a form, or a page. */
bool form_is_listed(const struct report_file *like);

/* Adds to a digest what form_of and form_href make of a file, but for the labels; nothing of one
 * that is neither a form nor a page. */
void form_sum(const struct report_file *file, struct digest *sum);

/* Lays a file there, if it is a form that does not stand among the pages. Any thread. */
void form_offer(const struct report_file *file, const char *out_dir, struct diag *diag);

/* Lays there all that the pages of the report lead to, takes away what is no product any more, and
 * renews what is another file by now. */
void forms_align(const struct report *report, const char *out_dir, struct diag *diag);

#endif
