/*
 * The list of all handouts, as a page that leads to each in every form that it can be had in.
 */
#ifndef HANDOUT_EXPORT_HTML_CATALOGUE_H
#define HANDOUT_EXPORT_HTML_CATALOGUE_H

#include "content/art.h"
#include "content/clinic.h"
#include "content/labels.h"
#include "content/style.h"

#include <glib.h>

/* All strings are owned. */
struct catalogue_entry {
    char *name;  /* of the article */
    char *topic; /* what those that say the same in other languages have, too */
    char *title, *summary, *lang, *href;
    char *language; /* the name of that language in its own words */
    char *category; /* the folder that it stands in; NULL: none */
    char *reviewed; /* as settings have dates; NULL: nobody says when */
    enum art art;
    bool rtl;
    GPtrArray *forms; /* of struct form *, owned */
    /* Of notices alone */
    char *words;       /* all of it */
    char *from, *till; /* the first and the last day that it holds, as settings have dates; NULL:
                          it does not say */
};

struct catalogue_entry *catalogue_entry_new(void);
void catalogue_entry_free(struct catalogue_entry *entry);

struct catalogue {
    const char *lang; /* BCP 47, of the labels */
    const struct labels *labels;
    const struct clinic *clinic;
    const struct style *style;
    const char *telephone, *foot; /* how to reach the clinic: html_telephone, html_contact */
    const GPtrArray *items; /* of GPtrArray * of struct catalogue_entry *, in the order of the list:
                               the languages of a handout, the one first that is shown. Those of
                               one category stand together, those of none last. */
    const GPtrArray *notices; /* likewise, of announcements */
    const GPtrArray *pages; /* of struct html_language *: this list and those in other languages */
};

/* The page; owned by the caller. */
char *html_catalogue(const struct catalogue *catalogue);

#endif
