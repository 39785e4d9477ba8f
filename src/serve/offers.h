/*
 * What the front desk offers: the handouts that the last build has put in place, each in its
 * languages and forms. Read from that build's report and from the articles' own front matter;
 * whoever asks for a file names an offer, and never a path.
 */
#ifndef HANDOUT_SERVE_OFFERS_H
#define HANDOUT_SERVE_OFFERS_H

#include "content/art.h"
#include "content/fact.h"
#include "content/style.h"

#include <glib.h>
#include <stdbool.h>

struct offer_form {
    char *form; /* the product's name: "large" */
    char *path; /* of its file */
    unsigned pages, sheets;
};

/* An article. */
struct offer {
    char *name, *title, *lang;
    char *language;         /* in its own words: "Español" */
    char *topic;            /* the name of the article that it says the same as; else its own */
    char *path;             /* of the article */
    struct fact reviewed;   /* a date; value NULL: not given */
    struct fact review_due; /* likewise */
    bool past_review;       /* that date has passed: whoever hands it out asks first */
    enum art art;           /* beside its title */
    GPtrArray *forms;       /* of struct offer_form *, owned */
};

/* How much it matters to somebody who gives the handout out, the most first. */
enum offer_weight {
    OFFER_BROKEN, /* part of it does not work */
    OFFER_ASK,    /* it is past its review date: whoever hands it out asks first */
    OFFER_STALE,  /* somebody has to look whether it is still so */
    OFFER_DOUBT,
};

/* Something that staff should look at. */
struct offer_problem {
    char *path, *place; /* of the file: "content/clinic.yaml", "clinic.yaml:7" */
    unsigned line;      /* from 1; 0: it is about the file as a whole */
    char *name;         /* of the article that it is about; NULL: of none */
    char *title, *lang; /* likewise */
    char *message;      /* in English */
    enum offer_weight weight;
};

struct offers {
    bool made;         /* a build has come to its end */
    unsigned done, of; /* articles whose handouts are there while the first build goes on; of 0: it
                          does not */
    GPtrArray *all;    /* of struct offer *, by rising titles */
    GPtrArray *files;  /* of char *: paths of what may be shown beside the screens */
    GPtrArray *problems; /* of struct offer_problem *: what matters most first */
    enum paper paper;    /* that all sheets are printed on */
};

/* `report` is the file that `handout watch --report` writes; empty offers when there is none yet.
 * Owned by the caller. */
struct offers *offers_read(const char *report, const char *content_dir);
void offers_free(struct offers *offers);

/* By name; NULL: there is none. Lent, as all that follows. */
const struct offer *offers_find(const struct offers *offers, const char *name);

/* The first of a topic, in that language if it is there. */
const struct offer *offers_of_topic(const struct offers *offers, const char *topic,
                                    const char *lang);

/* The language that most topics are written in first; NULL: there is none. Lent. */
const char *offers_usual_lang(const struct offers *offers);

/* The path of the file of that name, in whichever folder; NULL: the build has made none. */
const char *offers_file(const struct offers *offers, const char *name);

/* The line of the file that the problem is about; NULL: about none, or nothing stands there. Owned
 * by the caller. */
char *offer_problem_text(const struct offer_problem *problem);

/* Its file of that form; NULL: it has none. */
const struct offer_form *offer_form(const struct offer *offer, const char *form);

#endif
