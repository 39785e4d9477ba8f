/*
 * Products: what is made of an article. Each is one row of a table; adding one means a row in
 * products.c and what it is made by: a profile or a file of its own in layout/, or a writer in
 * export/.
 */
#ifndef HANDOUT_PUBLISH_PRODUCTS_H
#define HANDOUT_PUBLISH_PRODUCTS_H

#include "document/document.h"
#include "export/writer.h"
#include "layout/job.h"
#include "layout/profile.h"
#include "paint/painter.h"

/* The product that visitors have from the display's printer: the show holds it, too. */
#define PRODUCT_OF_VISITORS "large"

struct product {
    const char *name;       /* as named on the command line and in messages */
    const char *help;       /* one line */
    const char *folder;     /* below the output directory */
    const char *suffix;     /* of the file's stem, after the article's name: "-large" */
    const char *edition_of; /* the product that it is another edition of, chosen and refused with
                              it; NULL: it stands by itself */
    const char *printing;  /* how staff print it, for the report; NULL: it is not for the printer */
    const char *one_sided; /* how, where no page has another at its back; NULL: in the same way */
    bool of_announcements; /* made of a few words, too */
    bool listed;           /* the list of handouts on the web leads to it, and it leads to all other
                              forms of its article: one product is so */
    bool optional;         /* of a shape that not every article has: left out where it does not fit
                              and nobody named it */

    bool beside; /* of an article that is a translation, with its source beside it */

    /* The document that it is made of: by `compose`, unless it is two beside each other. */
    enum medium medium;
    struct document *(*compose)(const struct article *article, const struct clinic *clinic,
                                const struct labels *labels, enum medium medium);

    /* Either how the document becomes pages (layout/job.h), and pages files, */
    const struct profile *profile;
    struct layout *(*lay_out)(const struct layout_job *job);
    const struct painter *painter;
    /* or how it becomes a file without pages. */
    const struct writer *writer;
};

/* What makes the files of a product: its own painter or writer, or another one for previews and
 * checks. One of them is NULL. */
struct maker {
    const struct painter *painter;
    const struct writer *writer;
};

/* Its own, or `instead`, if that is any and can: what has no pages cannot be painted. */
struct maker product_maker(const struct product *product, struct maker instead);

/* What the show is made of while the urgent message stands: named as the screens, whose place it
 * takes. */
extern const struct product product_urgent;

/* All products, in the order that help shows them; ended by NULL. */
extern const struct product *const products[];

/* By name; NULL when there is none. */
const struct product *product_find(const char *name);

/* The one that the list of handouts leads to. */
const struct product *product_listed(void);

/* The path below the output directory of the file that `maker` makes, all pages in one, of an
 * article whose files have that stem; owned by the caller. */
char *product_file(const struct product *product, struct maker maker, const char *stem);

/* Whether `path` is that one. */
bool product_is_file(const struct product *product, struct maker maker, const char *stem,
                     const char *path);

/* Lays out what `job` says as this product, in its profile, and marks the pages of samples. NULL,
 * reported, as lay_out functions do. */
struct layout *product_lay_out(const struct product *product, struct layout_job job);

#endif
