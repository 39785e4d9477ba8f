/*
 * An article on its way to its products, with all that was made of it. An article, its documents
 * and its layouts point into each other and are let go by worker threads, so they hang together in
 * one counted struct.
 */
#ifndef HANDOUT_PUBLISH_WORK_H
#define HANDOUT_PUBLISH_WORK_H

#include "content/brief.h"
#include "document/document.h"
#include "player/playbill.h"
#include "publish/press.h"
#include "publish/products.h"
#include "publish/store.h"

struct work {
    gint users;
    gint readers;            /* of its words: of the users some do without */
    struct article *article; /* NULL: how to reach the clinic */
    struct briefs *briefs;  /* which lend the article, or take it in the end; NULL: it is its own */
    struct brief *brief;    /* as which they take it; NULL: they lend it */
    struct article *source; /* that it was translated from; NULL: none, or none without errors */
    const char *name;       /* interned: the stem of its files */
    const char *topic;      /* interned: that of its source; NULL: no article */
    enum act_kind act;      /* in the show */
    GPtrArray *composed;    /* of struct composed *: each document when it is first needed */
    GPtrArray *attachments; /* for painters that take some; NULL: none has asked */
    struct party *party;    /* its files; NULL: none is published */
    struct record *record;  /* what was made of it before; NULL: nothing is kept in mind */
    char *key;              /* of what it is made from, beside a record */
};

/* With one user, who reads its words. Takes `article`. */
struct work *work_new(struct article *article, const char *name);

/* The stem of the files of that product. Interned. */
const char *work_stem(const struct work *work, const struct product *product);

/* One more, who reads its words. Any thread. */
struct work *work_ref(struct work *work);

/* One who reads its words less: after the last one there is no article, no document. Any thread. */
void work_leave_words(void *work);

/* One user less, who has left its words; the last one closes its record. Any thread. */
void work_leave(void *work);

/* Both. */
void work_unref(void *work);

/* Takes the document, the first of those that `product` needs. */
const struct document *work_add_document(struct work *work, const struct product *product,
                                         struct document *document);

/* What writers of the document share; lent. */
struct shared *work_shared(const struct work *work, const struct document *document);

/* One that the product can be made of; NULL: it is not composed yet. */
const struct document *work_find_document(const struct work *work, const struct product *product);

#endif
