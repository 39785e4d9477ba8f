/*
 * Articles that say the same in several languages, found before any of them is built, so that the
 * page of each can lead to the others.
 */
#ifndef HANDOUT_PUBLISH_SIBLINGS_H
#define HANDOUT_PUBLISH_SIBLINGS_H

#include "content/article.h"
#include "content/glance.h"
#include "content/style.h"

#include <glib.h>

struct siblings;

/* Who knows what languages are called: in its own words, borrowed; NULL: nobody knows. */
struct siblings_namer {
    const char *(*language)(void *user, const char *lang);
    void *user;
};

/* Of the articles at `paths`. Those with errors, and those that are not to have a page, are passed
 * over. */
struct siblings *siblings_find(const GPtrArray *paths, struct glances *glances,
                               const struct style *style, struct siblings_namer namer);
void siblings_free(struct siblings *siblings);

/* Whether the article at `path` may be a translation, by its name or by a word in it: reading it
 * tells. */
bool siblings_may_be_translated(const char *path, struct glances *glances);

/* The languages that the article of that name is there in, its own among them, of struct
 * html_language *, lent; NULL: no others are known. */
const GPtrArray *siblings_of(const struct siblings *siblings, const char *name);

/* Tells the article its other languages, once. */
void siblings_name(const struct siblings *siblings, struct article *article);

#endif
