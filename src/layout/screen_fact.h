/*
 * Facts of the clinic as the screens that are made for them find them.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_FACT_H
#define HANDOUT_LAYOUT_SCREEN_FACT_H

#include "layout/screen_sections.h"
#include "layout/screen_show.h"

/* The first fact of that kind; NULL: there is none. */
const struct block *screen_fact_find(const struct section *section, enum fact_kind kind);

/* True when the section has a heading and nothing but words of the `n` kinds, one of each at most.
 */
bool screen_facts_are(const struct section *section, const enum fact_kind *kinds, size_t n);

/* What the fact says, without its label: lent spans in an array of the caller's. */
GPtrArray *screen_fact_value(const struct block *fact);

/* The topic as strips, owned by the caller; NULL where a word of it is too wide, or where it has
 * too many lines. */
GPtrArray *screen_fact_topic(struct show *show, const struct section *section);

/* True where lines are short: days that need two look better above their times than beside them. */
bool screen_facts_are_narrow(const struct show *show);

/* Lets the area of words begin nearer to the spine on a panel with short lines, where that keeps
 * lines of the facts whole: where `lines` then counts fewer. Gives back the area as it was, for the
 * caller to put back. */
struct rect screen_facts_widen(struct show *show, guint (*lines)(struct show *, gconstpointer),
                               gconstpointer facts);

#endif
