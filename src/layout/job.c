/*
 * What every product begins with.
 */
#include "layout/job.h"

struct layout *job_new_layout(const struct layout_job *job)
{
    const struct document *document = job->document;
    struct layout *layout = layout_new(document->root);
    layout->title = g_strdup(document->title);
    layout->lang = g_strdup(document->lang);
    layout->rtl = document->rtl;
    layout->author = g_strdup(document->author);
    layout->subject = g_strdup(document->subject);
    layout->web_address = g_strdup(document->web_address);
    return layout;
}
