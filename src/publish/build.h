/*
 * The build: from the clinic's content directory to published files. The whole pipeline in one
 * call.
 *
 * Goes in: DIR with clinic.yaml, style.yaml, labels/ and the articles (*.md). Comes out: every
 * product that could be made, in its place below the output directory, and a finding for everything
 * that could not. An error in one article or product leaves the others published.
 */
#ifndef HANDOUT_PUBLISH_BUILD_H
#define HANDOUT_PUBLISH_BUILD_H

#include "base/diag.h"
#include "examine/check.h"
#include "paint/painter.h"
#include "publish/products.h"
#include "publish/report.h"

#include <glib.h>

/*
 * Looks at what a build makes, in place of its publication: with an inspector nothing is written.
 * Called in the order of the articles; what is lent is gone after the call. Layouts come after
 * their article.
 */
struct inspector {
    void (*article)(void *user, const struct article *article, const struct reading *reading);
    void (*layout)(void *user, const struct article *article, const struct clinic *clinic,
                   const struct product *product, const struct layout *layout);
    void *user;
};

struct build_options {
    const char *content_dir, *out_dir;
    const char *fonts_path;                /* a fontconfig file */
    bool proof;                            /* brochures show panels, folds and safe areas */
    const char *const *articles;           /* file names without ".md", ended by NULL; NULL: all */
    const struct product *const *products; /* ended by NULL */
    struct maker as; /* instead of what makes the files of each product; or none */

    enum check_depth depth;            /* how closely words and facts are looked at */
    const struct inspector *inspector; /* NULL: products are published */

    struct keep *keep; /* what builds in one process share; NULL: nothing */

    /* Called before each article when not NULL: it is the n-th (from 1) of `total`. */
    void (*progress)(unsigned n, unsigned total, const char *path);
};

/* Findings, failures among them, go to `diag`; what was made to `report`. */
void build_run(const struct build_options *options, struct report *report, struct diag *diag);

#endif
