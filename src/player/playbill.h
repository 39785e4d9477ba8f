/*
 * The playbill: in which order the acts of the show play. An act is what plays in one piece: the
 * screens of an article, of an announcement, or those that tell how to reach the clinic.
 *
 * Announcements open the round and come again between articles; how to reach the clinic closes it,
 * and comes in between where the round is long. Articles keep their order, each plays once; one
 * that is long is several acts, between which nothing but the clinic comes. What is said in several
 * languages plays in one after another; or each language has a round of its own.
 */
#ifndef HANDOUT_PLAYER_PLAYBILL_H
#define HANDOUT_PLAYER_PLAYBILL_H

#include <glib.h>
#include <stdbool.h>

enum act_kind {
    ACT_ARTICLE,
    ACT_ANNOUNCEMENT,
    ACT_CONTACT, /* how to reach the clinic, in one language */
    ACT_URGENT,  /* the urgent message; the only one of its show */
    ACT_KIND_COUNT
};

struct act {
    enum act_kind kind;
    const char *lang;  /* BCP 47; borrowed */
    const char *topic; /* of an article: what it is called in all its languages; borrowed */
    unsigned seconds;  /* [s] how long it plays */
    bool goes_on;      /* it is a further part of the article before it */
};

struct playbill_pace {
    unsigned contact, announcements; /* after how long they come again [s] */
    bool rounds;                     /* each language has a round of its own */
    const char
        *home; /* the language of the house, which comes first; NULL: that of most of the show */
};

/*
 * The acts in the order in which they play: indices into `acts`, of guint, owned by the caller.
 * `acts` is of struct act, in the order of their articles, with a contact act for each language
 * that articles are in.
 */
GArray *playbill(const GArray *acts, struct playbill_pace pace);

#endif
