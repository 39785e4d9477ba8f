/*
 * A document on its way into HTML. Internal to html*.c.
 */
#ifndef HANDOUT_EXPORT_HTML_PARTS_H
#define HANDOUT_EXPORT_HTML_PARTS_H

#include "document/walk.h"
#include "export/html.h"

/* What one step that enters an element has opened. */
struct level {
    const char *tag; /* NULL: nothing */
    bool block;      /* it stands on lines of its own in the source */
    bool rtl;        /* the direction inside */
    bool answered;   /* room to type an answer ends it */
    bool valued;     /* its words are one, which ends with it */
    bool cell;       /* its words are those of a cell */
};

struct html {
    struct xml *xml;
    const struct html_setting *setting;
    const struct document *document;
    GHashTable *calling; /* const struct block * -> const struct element *: headings of lists that
                            say when to call, and these lists */
    const struct element *call;  /* the list of that kind whose box is open; NULL: none is */
    const struct element *asked; /* the list of questions that is open; NULL: none is */
    guint calls;                 /* lists that say when to call that have been closed */
    enum role heading;           /* of the last heading before this place */
    GArray *levels;     /* struct level of each element that is entered, the root's first */
    GPtrArray *columns; /* of char *: the words that name those of the table */
    guint column;       /* of the next cell */
};

struct level *html_innermost(const struct html *html);

/* What a place in the document is called in the page; owned by the caller. */
char *html_place_name(const struct html *html, const struct element *element);

/* True when the words of the block do not read as what they stand in. */
bool html_turns(const struct html *html, const struct block *block);

/* Opens the element that the step enters, as `tag`: among words, on lines of its own, or so with
 * words that read their own way. */
void html_open_inline(struct html *html, const struct element *element, const char *tag);
void html_open_block(struct html *html, const struct step *step, const char *tag);
void html_open_words(struct html *html, const struct step *step, const char *tag);

void html_open_table(struct html *html, const struct step *step);
void html_open_rows(struct html *html, const struct step *step);
void html_open_row(struct html *html, const struct step *step);
void html_open_cell(struct html *html, const struct step *step);

#endif
