/*
 * What the files of the topics share among themselves. Nobody else includes this.
 */
#ifndef HANDOUT_PLAYER_TOPICS_PARTS_H
#define HANDOUT_PLAYER_TOPICS_PARTS_H

#include "player/cycle.h"
#include "player/topics_frame.h"

struct topics {
    const struct cycle *cycle;
    GPtrArray *sources;   /* of const struct slide_source *: one of each article, in order */
    GPtrArray *beside;    /* the same of announcements and of how to reach the clinic, which are no
                             topics */
    GPtrArray *langs;     /* of const char *, borrowed: of the articles, else of what is beside; the
                             main one first; none: there are no such pages */
    GHashTable *by_topic; /* what the articles of a topic are called alike -> GPtrArray of them */
    GHashTable *shown;    /* language -> GPtrArray, as topics_shown has it */
};

struct topics topics_of(const struct cycle *cycle);
void topics_clear(struct topics *topics);

const struct labels *topics_labels(const struct topics *topics, const char *lang);

/* The topics that the page to begin with has room for without scrolling. */
enum { TOPICS_AT_ONCE = 6 };

/* The articles that the lists in one of the languages show, of const struct slide_source *, by
 * category in the order of the show, those in none last; in each those in that language first.
 * Lent. */
const GPtrArray *topics_shown(const struct topics *topics, const char *lang);

/* Those that the page to begin with shows, beside the way to all where these are more: what is in
 * that language before all else, with so many that some are left when others have other days. The
 * array is the caller's. */
GPtrArray *topics_at_once(const struct topics *topics, const char *lang);

/* The name of the category that begins with the i-th of those shown, where there are several; else
 * NULL. */
const char *topics_category_begins(const struct topics *topics, const GPtrArray *shown, guint i,
                                   const char *lang);

/* What stands beside the topics of that language: announcements, then how to reach the clinic. The
 * array is the caller's. */
GPtrArray *topics_beside(const struct topics *topics, const char *lang);

/* What the page of an article is called; lent. */
const char *topics_title(const struct slide_source *source);

/* The language that these words are in; lent. */
const char *topics_title_lang(const struct slide_source *source);

/* True when the page to begin with has no room for all of them. */
bool topics_are_many(const struct topics *topics, const char *lang);

/* The language of the lists for a page in that one: its own, or the main one; lent. */
const char *topics_lang(const struct topics *topics, const char *lang);

/* Names of files, owned by the caller: the page to begin with in a language, the one with all
 * topics, which may be the same, and the page of an article. */
char *topics_list_name(const struct topics *topics, const char *lang);
char *topics_all_name(const struct topics *topics, const char *lang);
char *topics_page_name(const struct slide_source *source);
char *topics_page_href(const struct slide_source *source); /* escaped for links */

/* What the button for all topics says in that language; `number`: of topics. Owned by the caller.
 */
char *topics_all_words(const struct topics *topics, const char *lang, const char *number);

/* How many topics the lists in that language may show, on one day or another (days.h). */
GArray *topics_counts(const struct topics *topics, const char *lang);

/* How long the article is on paper, in its language; owned by the caller. NULL: visitors cannot
 * have it on paper. */
char *topics_pages_words(const struct topics *topics, const struct slide_source *source);

/* The languages to change to, of struct html_language *, owned by the caller: of the article, or
 * (`source` is NULL) of the pages that `list_name` gives. */
GPtrArray *topics_languages(const struct topics *topics, const struct slide_source *source,
                            char *(*list_name)(const struct topics *, const char *lang));

/* The blocks of an article that its page has, of const struct block *; the array is the caller's.
 */
GPtrArray *topics_words(const struct slide_source *source);

/* What is said on the page of that name, in that language. */
struct topics_sound topics_sound(const struct cycle *cycle, const char *page, const char *lang);

/* The files of sound. */
void topics_add_sounds(const struct cycle *cycle, GPtrArray *bundle);

#endif
