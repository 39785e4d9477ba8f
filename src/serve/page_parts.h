/*
 * What the files of the page share.
 */
#ifndef HANDOUT_SERVE_PAGE_PARTS_H
#define HANDOUT_SERVE_PAGE_PARTS_H

#include "base/xml.h"
#include "serve/page.h"

#include <stdbool.h>

/* An element of a class, left open. */
void page_open(struct xml *xml, const char *element, const char *class);

/* A radio in its label, which is left open for its words. */
void page_open_radio(struct xml *xml, const char *class, const char *name, const char *value,
                     bool chosen);

/* Signs beside words, drawn on 24 by 24 units. */
#define PAGE_SIGN(outline)                                                                         \
    "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path fill-rule=\"evenodd\" d=\"" outline     \
    "\"/></svg>"
#define PAGE_WARNING PAGE_SIGN("M12 2l11 20H1zM11 9v7h2V9zM11 17.5v2.5h2v-2.5z")
#define PAGE_PRINTER PAGE_SIGN("M6 2h12v4H6zM2 8h20v9h-4v5H6v-5H2zM8 14v6h8v-6z")
#define PAGE_CLOCK                                                                                 \
    PAGE_SIGN("M12 2a10 10 0 1 0 .1 0zM12 4.5a7.5 7.5 0 1 1-.1 0zM11 7h2v4.5l3.5 2-1 "             \
              "1.8-4.5-2.6z")
#define PAGE_LENS                                                                                  \
    PAGE_SIGN("M10 2a8 8 0 1 0 .1 0zM10 4.4a5.6 5.6 0 1 1-.1 0zM15.2 16.9l1.7-1.7 5.4 5.4-1.7 "    \
              "1.7z")
#define PAGE_PART PAGE_SIGN("M12 2a10 10 0 1 0 .1 0zM10.7 6h2.6v2.6h-2.6zM10.7 10.5h2.6V18h-2.6z")

/* Sends the form to `action`. */
void page_add_button(struct xml *xml, const char *class, const char *action, const char *words);

void page_add_hidden(struct xml *xml, const char *name, const char *value);

/* A pane with its number and head, left open. */
void page_open_pane(struct xml *xml, const char *class, const char *id, const char *number,
                    const char *head);

/* The name of a language in its own words, read as what it is. */
void page_add_language(struct xml *xml, const char *lang, const char *name);

/* The topics whose titles hold the words looked for, each by the
 * offer that it is listed by, those first that were printed most. Of const struct offer *, lent;
 * the caller frees the array. */
GPtrArray *page_topics(const struct page_view *view);

/* Its titles in all its languages: what is looked in, here and by the script. Owned by the caller.
 */
char *page_titles(const struct page_view *view, const char *topic);

/* The languages of a topic, the one that the others are translations of first; as above. */
GPtrArray *page_languages(const struct page_view *view, const char *topic);

/* The pane to find a handout in; `chosen` may be NULL. */
void page_add_find(struct xml *xml, const struct page_view *view, const struct offer *chosen);

/* The pane to choose in: `offer` and `form` are chosen, and may be NULL. */
void page_add_choose(struct xml *xml, const struct page_view *view, const struct offer *offer,
                     const struct offer_form *form);

/* The pane to print from; as above. */
void page_add_print(struct xml *xml, const struct page_view *view, const struct offer *offer,
                    const struct offer_form *form);

/* What staff should look at: three, then how many more. */
void page_add_problems(struct xml *xml, const struct page_view *view);

/* A box for what somebody has to know, with a warning sign before its words; left open for them,
 * two elements deep. */
void page_open_alert(struct xml *xml, const char *class);

/* Whether the desk hands out that form. */
bool page_knows_form(const char *form);

/* The form in the words of the page. */
const char *page_form_name(const struct page_view *view, const char *form);

/* The words of the link that a form is handed out by; NULL: it is printed. */
const char *page_form_link(const struct page_view *view, const char *form);

/* Whether its sheets are folded, so that both sides of one belong together. */
bool page_form_folds(const char *form);

/* Whether that link saves the file; else it opens it. */
bool page_form_saved(const char *form);

/* Where the desk has the file. Owned by the caller. */
char *page_form_address(const struct offer *offer, const struct offer_form *form);

#endif
