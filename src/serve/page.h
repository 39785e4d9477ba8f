/*
 * The page of the front desk, made anew for each request: it works without a script, and the script
 * only spares people the reload.
 */
#ifndef HANDOUT_SERVE_PAGE_H
#define HANDOUT_SERVE_PAGE_H

#include "serve/jobs.h"
#include "serve/offers.h"

/* What somebody has chosen; strings are borrowed, and may be of anybody's making. */
struct page_choice {
    const char *query;               /* words looked for; "" */
    const char *topic, *lang, *form; /* NULL: not chosen yet */
    int copies;
};

struct page_view {
    const struct offers *offers;
    const struct jobs *jobs;
    const char *clinic; /* its name */
    const char *token;
    struct page_choice choice;
};

/* The whole page as HTML; owned by the caller. */
char *page_write(const struct page_view *view);

#endif
