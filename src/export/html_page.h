/*
 * Pages of HTML around documents: what comes before and after what html.h writes. They need no
 * script, no network and no file beside them, follow the reader's size and colours, and are read on
 * any width.
 */
#ifndef HANDOUT_EXPORT_HTML_PAGE_H
#define HANDOUT_EXPORT_HTML_PAGE_H

#include "base/xml.h"

#include <stdbool.h>

struct html_page {
    const char *title;
    const char *lang; /* BCP 47 */
    bool rtl;
    const char *sample; /* the word that marks a sample; NULL: it is none */
    double letter;      /* of who touches a panel, in shares of its width; 0: it is for none */
    const char *style;  /* CSS; NULL: that of plain pages */
    const char *facts;  /* JSON-LD (export/html_facts.h); NULL: none */
    const char *script; /* JavaScript, for html_page_add_script; NULL: none */
    const char *skip;   /* words of a link past the band to the main part; NULL: it has none */
    bool sealed;        /* browsers are told to load nothing else: its pictures stand in it */
    bool beside;        /* but for what lies in the page's folder */
};

/* A page from its beginning to where its body is open. Owned by the caller, who opens and closes
 * the main part and gives it to html_page_finish. */
struct xml *html_page_new(const struct html_page *page);

/* An element whose tags end lines; a class of NULL: it has none. */
void html_page_open(struct xml *xml, const char *tag, const char *class);
void html_page_close(struct xml *xml, const char *tag);

/* Links below a heading whose element has the name `id`; for each an item is to be added. */
void html_page_open_nav(struct xml *xml, const char *id, const char *heading);
void html_page_close_nav(struct xml *xml);

/* The band at the top, which says whose page it is (`clinic`; NULL: nobody knows). To be closed as
 * "header". */
void html_page_open_band(struct xml *xml, const char *clinic);

/* The main part, with the mark of a sample in front. To be closed as "main". */
void html_page_open_main(struct xml *xml, const struct html_page *page);

/* The script, behind all that it works on. */
void html_page_add_script(struct xml *xml, const struct html_page *page);

/* What a page's policy calls a style or a script that stands in it: the hash of its bytes (CSP
 * level 3, 2.3.1). Owned by the caller. */
char *html_page_source(const char *text);

/* Closes the page: its text, owned by the caller. */
char *html_page_finish(struct xml *page);

#endif
