/*
 * What the lists of all handouts on the web are made of: filled while articles are built, written
 * when all of them are there. There is a list in every language that a handout is in.
 */
#ifndef HANDOUT_PUBLISH_SHELF_H
#define HANDOUT_PUBLISH_SHELF_H

#include "content/article.h"
#include "export/html_catalogue.h"
#include "publish/report.h"
#include "publish/shelf_note.h"

/* True when a list stands, or may stand, in that folder of products by that name, given without its
 * suffix: no article can have it. */
bool shelf_claims(const char *folder, const char *name);

struct shelf;

struct shelf *shelf_new(void);
void shelf_free(struct shelf *shelf);

/* The language of the house (publish/home.h), whose list comes first; interned. */
void shelf_set_home(struct shelf *shelf, const char *home);

/* A handout that has a page. `language`: its language's name in its own words; `category`: the
 * folder that it stands in, NULL: none. All of it is copied. */
void shelf_add(struct shelf *shelf, const struct article *article, const struct shelf_note *note,
               const char *language, const char *category);

/* True when no handout in the language has told how to reach the clinic: the next one's note is to
 * tell. */
bool shelf_lacks_reach(const struct shelf *shelf, const char *lang);

/* An announcement that has one, for the top of the lists: likewise. */
void shelf_add_notice(struct shelf *shelf, const struct article *article,
                      const struct shelf_note *note);

/* The languages of its handouts, that of the house first, then that of most of them, of const char
 * *, lent; the array is the caller's. */
GPtrArray *shelf_langs(const struct shelf *shelf);

/* What a list is written with. All of it is borrowed. */
struct shelf_desk {
    const struct clinic *clinic;
    const struct style *style;
    const char *out_dir;
    struct report *report;
    struct diag *diag;
    struct record *record; /* of the lists (publish/store.h) */
    const char *key;       /* by which it knows them: shelf_key */
};

/* Of all that the lists tell, with the files of the report, and of what else they depend on
 * (`common`). Owned by the caller. */
char *shelf_key(const struct shelf *shelf, const char *common, const struct report *report);

/* Writes the list in a language, one of shelf_langs, whose words are `labels`, with the forms that
 * the report has the files of, unless it stands there as it would be written; adds it to the
 * report. False when that failed (reported). */
bool shelf_write(const struct shelf *shelf, const char *lang, const struct labels *labels,
                 const struct shelf_desk *desk);

/* Removes the lists in languages that no handout is in any more, all of them when there is none;
 * adds their paths to `removed`. */
void shelf_clear(const struct shelf *shelf, const char *out_dir, GPtrArray *removed);

#endif
