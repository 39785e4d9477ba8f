/*
 * The page of the front desk, made anew for each request: it works without a script, and the script
 * only spares people the reload.
 */
#ifndef HANDOUT_SERVE_PAGE_H
#define HANDOUT_SERVE_PAGE_H

#include "content/labels.h"
#include "serve/jobs.h"
#include "serve/look.h"
#include "serve/offers.h"

/* What somebody has chosen; strings are borrowed, and may be of anybody's making. */
struct page_choice {
    const char *query;               /* words looked for; "" */
    const char *topic, *lang, *form; /* NULL: not chosen yet */
    int copies;
    const char *words; /* the language of the page itself; NULL: not chosen */
};

struct page_view {
    const struct offers *offers;
    const struct jobs *jobs;
    const struct labels *labels; /* the words of the page */
    const GPtrArray *tongues;    /* of struct tongue *: what it can be had in */
    const char *clinic;          /* its name */
    const char *token;
    const char *build; /* changes with each build and with the printer */
    struct look_state printer;
    struct page_choice choice;
};

/* Where the page is with that choice, but for the copies. Owned by the caller. */
char *page_address(const struct page_choice *choice);

/* The whole page as HTML; owned by the caller. */
char *page_write(const struct page_view *view);

#endif
