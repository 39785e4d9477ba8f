/*
 * Writers: how a document becomes bytes without pages. Adding a kind of file means adding a file
 * beside this one, and a row in publish/products.c, or in writer.c if every product can be made so.
 *
 * A writer goes through the document step by step (document/walk.h). It reads roles and words and
 * never invents any, reads no article and writes no file. Writers may run in several threads at
 * once, on one document.
 */
#ifndef HANDOUT_EXPORT_WRITER_H
#define HANDOUT_EXPORT_WRITER_H

#include "content/style.h"
#include "document/document.h"

#include <glib.h>

/* What several writers make of one document on the way, and the first of them for all; lives as
 * long as the document. */
struct shared {
    GMutex lock;
    void *made; /* NULL: not made yet */
    GDestroyNotify free;
};

struct shared *shared_new(void);
void shared_free(struct shared *shared);

/* What is to be written, and what it may look like. All of it is borrowed. */
struct writing {
    const struct document *document;
    const struct style *style;
    struct shared *shared; /* NULL: one writer alone is at work */

    /* Of struct form * (export/form.h): the other forms of the handout; NULL: none is known. */
    const GPtrArray *forms;

    /* Of struct html_language * (export/html_language.h): the pages of the handout, this among
     * them; NULL: no others are known. */
    const GPtrArray *languages;

    /* The address of a picture, lent; NULL: its words stand for it. NULL as a function: for all. */
    const char *(*find_picture)(void *user, const struct image *image);
    void *user;
};

struct writer {
    const char *name;   /* as named on the command line */
    const char *suffix; /* of its files, without the dot */

    /* The file's text, UTF-8, owned by the caller; never NULL. */
    char *(*write)(const struct writing *writing);

    /* Why the document cannot be written so, for its author, owned by the caller; NULL: it can.
     * `pos` becomes the place of what is in the way, where that has one. NULL as a function: every
     * document can. */
    char *(*refusal)(const struct writing *writing, struct pos *pos);

    /* Of a text that it has written, for paper; NULL: it has none. */
    unsigned (*count_pages)(const char *text);
};

/* Those that can make any product, in the order that help shows them; ended by NULL. */
extern const struct writer *const writers[];

/* By name; NULL when there is none. */
const struct writer *writer_find(const char *name);

extern const struct writer writer_braille_view;
extern const struct writer writer_brf;
extern const struct writer writer_html;
extern const struct writer writer_pef;
extern const struct writer writer_text;
extern const struct writer writer_tree;

#endif
