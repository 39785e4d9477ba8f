/*
 * The press: makes the files of products in several threads and puts them in place.
 *
 * A product is published as soon as it is made, but for screens, which go to the wall and are
 * published with it at the end. When anything fails, the files of earlier builds stay as they were.
 */
#ifndef HANDOUT_PUBLISH_PRESS_H
#define HANDOUT_PUBLISH_PRESS_H

#include "base/diag.h"
#include "base/tasks.h"
#include "content/schedule.h"
#include "paint/painter.h"
#include "publish/last_good.h"
#include "publish/products.h"
#include "publish/report.h"
#include "publish/store.h"
#include "publish/wall.h"

struct press;

/*
 * The files of one article. The product among them that leads to the others (its row says `listed`)
 * is made when they are.
 */
struct party;

/* One product on its way to its files. What is borrowed lives until `done`, but what it is made
 * from, which its files alone are not, until `made`. */
struct press_job {
    const struct product *product;
    struct maker maker;
    const struct painter *also;   /* makes one file more of the layout; NULL: there is no other */
    const GPtrArray *attachments; /* of const struct attachment *, for painters that take some */
    const char *article;          /* interned name */
    const char *stem;             /* interned: of its files */
    const char *topic;            /* interned: what it is called in all its languages; NULL: it is
                                     no article; screens only */
    enum act_kind act;            /* what of the show it is; screens only */
    const struct schedule *schedule; /* of the article; screens only */
    const struct document *document; /* what it was laid out from, or is written from */
    struct shared *shared;           /* by the writers of that document; NULL: nothing is */
    struct layout *layout;           /* for a painter; owned; else NULL */
    struct worker *laid_by;          /* of the press's tasks; NULL: no matter which */
    int width_px;                    /* of a page, for painters of pictures */
    struct party *party;             /* NULL: it is made by itself */
    struct record *record;           /* where the store keeps what it came to */
    char *key;                       /* by this; owned; NULL: nowhere */
    struct stored *stored;           /* with what was found; owned; NULL beside no key */
    const GPtrArray *languages;      /* of struct html_language *, for pages to read; or NULL */
    const char *category; /* interned: the folder of the article; screens only; or NULL */

    /* Called with `user` by a function of the press: when its files are made, though they may wait
     * for their places, and nobody reads its document, its attachments or its schedule any more
     * (NULL: nobody wants to know); then when the job needs nothing more. */
    void (*made)(void *user);
    void (*done)(void *user);
    void *user;
};

/* All of it is borrowed until `press_finish`. */
struct press_setup {
    struct tasks *tasks; /* of the thread that calls the press */
    const char *out_dir; /* files go below it */
    const struct style *style;
    struct wall *wall;
    struct last_good *memory; /* NULL: nothing is remembered */
    struct diag *diag;
};

struct press *press_new(const struct press_setup *setup);

/*
 * Takes a product over. Waits while much is queued already, so that memory stays bounded however
 * many articles there are.
 */
void press_add(struct press *press, struct press_job job);

/* What was made before stands for the product; `stored` is lent until the party is closed and its
 * others are in place. */
void press_add_made(struct press *press, const struct stored *stored, struct party *party);

/* Closed when all products of the article have been added; then the press frees it. */
struct party *press_open_party(void);
void press_close_party(struct press *press, struct party *party);

/* Waits for the threads, publishes the wall, tells what was made, frees the press. */
void press_finish(struct press *press, struct report *report);

#endif
