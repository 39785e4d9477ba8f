/*
 * The press: paints finished layouts in several threads and puts their files in place.
 *
 * A product that is one file is published as soon as it is painted. Screens of all products in one
 * folder form a set, numbered in one sequence; a set is published at the end, as a show in a folder
 * of its own, when all of its screens could be made. When anything fails, the files of earlier
 * builds stay as they were.
 */
#ifndef HANDOUT_PUBLISH_PRESS_H
#define HANDOUT_PUBLISH_PRESS_H

#include "base/diag.h"
#include "paint/painter.h"
#include "player/cycle.h"
#include "publish/keep.h"
#include "publish/products.h"
#include "publish/report.h"

struct press;

/* One layout on its way to its files. */
struct press_job {
    const struct product *product;
    const struct painter *painter;
    const char *article;             /* interned name: the stem of its files */
    const struct schedule *schedule; /* of the article; screens only, lives as long as the layout */
    struct layout *layout;           /* owned */
    int width_px;                    /* of a page, for painters of pictures */

    /* Called with `user` from any thread when the layout has been freed. */
    void (*done)(void *user);
    void *user;
};

/* All of it is borrowed until `press_finish`. */
struct press_setup {
    const char *out_dir;     /* files go below it */
    struct cycle_setup show; /* read when a set is published */
    struct keep *keep;
    struct diag *diag;
};

struct press *press_new(const struct press_setup *setup);

/*
 * Takes a product over. Waits while much is queued already, so that memory stays bounded however
 * many articles there are.
 */
void press_add(struct press *press, struct press_job job);

/* A product could not be made (reported): the set that it belongs to is not published. */
void press_spoil(struct press *press, const struct product *product, const struct painter *painter);

/* Waits for the threads, publishes the sets, tells what was made, frees the press. */
void press_finish(struct press *press, struct report *report);

#endif
