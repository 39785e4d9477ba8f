/*
 * Jobs: what a product is laid out from, and the functions that do it. Each stands in a file of its
 * own; which products there are, and what they are called, is not for layout to know.
 */
#ifndef HANDOUT_LAYOUT_JOB_H
#define HANDOUT_LAYOUT_JOB_H

#include "base/diag.h"
#include "content/style.h"
#include "document/document.h"
#include "layout/font.h"
#include "layout/page.h"
#include "layout/profile.h"

/* One document to be laid out as one product. All of it is borrowed. */
struct layout_job {
    const char *product;             /* as messages name it: "large" */
    const struct profile *profile;   /* how it looks */
    const struct document *document; /* what stands in it; must outlive the layout */
    const struct style *style;       /* colours, paper, fold and screen, as the clinic has them */
    struct fonts *fonts;             /* must outlive the layout */
    bool optional;                   /* nobody named it: what does not fit leaves it out
                                        (RULE_LEFT_OUT) and is no error (RULE_OVERFLOW) */
    bool proof;                      /* show panels, folds and safe areas, for staff who check a
                                        layout */
    struct diag *diag;               /* gets what does not fit or has no font */
};

/* An empty layout whose metadata are those of the job's document; owned by the caller. */
struct layout *job_new_layout(const struct layout_job *job);

/*
 * Each lays the document out. The layout, owned by the caller, points into the document and the
 * fonts. NULL when something does not fit or a character has no font; it is reported.
 */
struct layout *handout_lay_out(const struct layout_job *job);
struct layout *brochure_lay_out(const struct layout_job *job);
struct layout *brochure_reading_lay_out(const struct layout_job *job);
struct layout *booklet_lay_out(const struct layout_job *job);
struct layout *booklet_reading_lay_out(const struct layout_job *job);
struct layout *bilingual_lay_out(const struct layout_job *job); /* its document has one beside it */
struct layout *slip_lay_out(const struct layout_job *job);
struct layout *screen_lay_out(const struct layout_job *job);
struct layout *screen_urgent_lay_out(const struct layout_job *job);

#endif
