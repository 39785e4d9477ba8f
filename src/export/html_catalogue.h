/*
 * The list of all handouts, as a page that leads to each in every form that it can be had in.
 */
#ifndef HANDOUT_EXPORT_HTML_CATALOGUE_H
#define HANDOUT_EXPORT_HTML_CATALOGUE_H

#include "content/clinic.h"
#include "content/labels.h"
#include "content/style.h"

#include <glib.h>

/* All strings are owned. */
struct catalogue_entry {
    char *name; /* of the article */
    char *title, *summary, *lang, *href;
    char *language; /* the name of that language in its own words; NULL: it is the list's own */
    bool rtl;
    GPtrArray *forms; /* of struct form *, owned */
};

struct catalogue_entry *catalogue_entry_new(void);
void catalogue_entry_free(struct catalogue_entry *entry);

struct catalogue {
    const char *lang; /* BCP 47, of the labels */
    const struct labels *labels;
    const struct clinic *clinic;
    const struct style *style;
    const GPtrArray *entries; /* of struct catalogue_entry *, in the order of the list */
};

/* The page; owned by the caller. */
char *html_catalogue(const struct catalogue *catalogue);

#endif
