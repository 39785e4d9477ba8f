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
#include "layout/font.h"
#include "paint/painter.h"
#include "publish/products.h"
#include "publish/report.h"

#include <glib.h>

/*
 * Hears what a build does: whoever shows it to people (render, check, watch) is one. All functions
 * may be NULL. They are called from the build's own thread, in the order of the articles; what is
 * lent is gone after the call.
 */
struct listener {
    /* Before each article: it is the n-th (from 1) of `total`. */
    void (*begun)(void *user, unsigned n, unsigned total, const char *path);

    /* While articles are read aloud, which takes its time: so many of `total` are done. */
    void (*heard)(void *user, unsigned done, unsigned total);

    void (*examined)(void *user, const struct article *article, const struct reading *reading);

    /* After the article, which is NULL for how to reach the clinic; the layout is good, whether it
     * is published or not. */
    void (*laid_out)(void *user, const struct article *article, const struct clinic *clinic,
                     const struct product *product, const struct layout *layout);

    /* A file is whole and in its place, new or as before; at the end of the build. */
    void (*placed)(void *user, const struct report_file *file);

    void *user;
};

struct build_options {
    const char *content_dir, *out_dir;
    const char *fonts_path;                /* a fontconfig file */
    bool proof;                            /* brochures show panels, folds and safe areas */
    const char *const *articles;           /* file names without ".md", or of what is made of them,
                                              ended by NULL; NULL: all */
    const struct product *const *products; /* ended by NULL */
    bool afresh;                           /* as if nothing had been made before */
    bool asked;      /* these products were named: where one cannot be made, that is an error */
    struct maker as; /* instead of what makes the files of each product; or none */
    const struct painter *also; /* makes one more file of each product that is painted like it, in
                                   one file; NULL: there is no other */

    const struct screen_setup *panel; /* instead of the one in style.yaml, but for what its readers
                                         are like; NULL: that one */

    enum check_depth depth; /* how closely words and facts are looked at */
    const char *speaker;    /* the file of handout-speak; NULL: nothing is read aloud */
    bool watched;           /* what has an end is built again then, by `handout watch` */
    bool followed;          /* at once, by a build of what else is watched: that one takes articles
                               as this one saw them, and sees to what all files have in common */
    bool publish;           /* write the products; else they are laid out for their findings */

    const struct listener *const *listeners; /* ended by NULL; NULL: nobody listens */
    struct keep *keep;                       /* what builds in one process share; NULL: nothing */
};

/* A key of what no clinic has written, on this day: the program with the libraries and data that it
 * uses, the fonts (keep_fonts_state), and what reads aloud. Owned by the caller. */
char *build_key_surroundings(const char *fonts);

/* Findings, failures among them, go to `diag`; what was made to `report`. */
void build_run(const struct build_options *options, struct report *report, struct diag *diag);

#endif
