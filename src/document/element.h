/*
 * The structure tree: what a screen reader walks. Roles are the standard structure types of PDF 1.7
 * (ISO 32000-1 14.8.4), and one of PDF 2.0 that is mapped to them (ISO 32000-2 14.8.4).
 *
 * Elements are made by the compose files of document/ alone and owned by their document. A
 * paragraph that runs over pages or panels is one element; items on pages point to it. Order among
 * children is reading order.
 */
#ifndef HANDOUT_DOCUMENT_ELEMENT_H
#define HANDOUT_DOCUMENT_ELEMENT_H

#include "base/diag.h"
#include "base/direction.h"

#include <glib.h>
#include <stdbool.h>

enum role {
    ROLE_DOCUMENT,
    ROLE_SECT,
    ROLE_H1,
    ROLE_H2,
    ROLE_H3,
    ROLE_H4,
    ROLE_H5,
    ROLE_H6,
    ROLE_P,
    ROLE_L,
    ROLE_LI,
    ROLE_LBL,
    ROLE_LBODY,
    ROLE_TABLE,
    ROLE_THEAD,
    ROLE_TBODY,
    ROLE_TR,
    ROLE_TH,
    ROLE_TD,
    ROLE_FIGURE,
    ROLE_CAPTION,
    ROLE_LINK,
    ROLE_BLOCKQUOTE,
    ROLE_ASIDE,
    ROLE_CODE,
    ROLE_SPAN,
    ROLE_FORM,
    ROLE_NOTE,
    ROLE_REFERENCE, /* to a note, or from the list of sections to one */
    ROLE_TOC,       /* the list of sections */
    ROLE_TOCI,      /* an entry in it */
    ROLE_COUNT
};

/* What elements of a role have of their own: the member of `as` below. */
enum details {
    DETAILS_NONE,
    DETAILS_HEADING, /* H1 to H6 */
    DETAILS_LIST,    /* L */
    DETAILS_CELL,    /* TH, TD */
    DETAILS_LINK,    /* LINK */
    DETAILS_SPAN,    /* SPAN */
    DETAILS_FORM,    /* FORM */
    DETAILS_COUNT
};

/* Name of a role in PDF ("H1", "BlockQuote"). */
const char *role_name(enum role role);

/* The standard role that stands in for one that PDF 1.7 does not know; NULL: it knows it. */
const char *role_standard(enum role role);

/* The element of HTML for a role ("h1", "blockquote"); NULL: it depends on more than the role. */
const char *role_html(enum role role);

enum details role_details(enum role role);

/* One of H1 to H6. */
bool role_is_heading(enum role role);

/* A reader takes it for one block of words: a heading, a paragraph, an item, a cell, a caption. */
bool role_is_block(enum role role);

enum scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW, SCOPE_COUNT };

/* Values of the List attribute ListNumbering (ISO 32000-1 table 347). */
enum numbering { NUMBERING_NONE, NUMBERING_DISC, NUMBERING_DECIMAL, NUMBERING_COUNT };

struct element {
    enum role role;
    unsigned id;      /* 1, 2, … in order of creation; unique in its document */
    unsigned last_id; /* of a root: the id given last */
    struct element *parent;
    GPtrArray *children; /* of struct element *, owned */
    struct pos pos;      /* where in the content it comes from; path NULL: made by the program */

    char *lang;        /* BCP 47 when it differs from the parent's; else NULL */
    char *alt;         /* FIGURE: its description; LINK: its spoken name (also the annotation's
                          Contents); FORM: its tooltip */
    char *anchor;      /* what links lead to it by, in files that name such places; unique in its
                          document; NULL: no link does */
    char *actual_text; /* what the marks stand for, when extraction would give something else */

    /* By the details of the role; all zero until it is set. */
    union {
        struct {
            char *bookmark; /* the words of its outline entry; NULL: it has none */
        } heading;
        struct {
            enum numbering numbering;
        } list;
        struct {
            enum scope scope;   /* TH */
            GPtrArray *headers; /* the TH elements that name it (borrowed); NULL for none */
        } cell;
        struct {
            char *uri;                    /* where it leads; NULL: to `target` */
            const struct element *target; /* in the same tree; NULL: to `uri` */
            char *number; /* that it dials, where its words do not tell it; else NULL */
        } link;
        struct {
            bool struck;              /* its words are crossed out */
            bool inserted;            /* its words were put in later */
            enum direction direction; /* its words read so, whatever those about them do; NONE:
                                         they read as their letters do */
            char *expansion; /* the words that it is short for; NULL: it is no abbreviation */
        } span;
        struct {
            char *name; /* of its form field, unique in the document */
        } form;
    } as;
};

/* In loops over an element's children that look into each of them: asks for those that come later,
 * and for the children of those that come soon. */
void element_ask_ahead(const GPtrArray *children, guint index);

/* A new child at the end of `parent` (NULL: a root), with the next free id of the tree. */
struct element *element_new(struct element *parent, enum role role, struct pos pos);

/* The element at the top of its tree. */
const struct element *element_root(const struct element *element);

/* Frees the element and everything below it. */
void element_free(struct element *root);

/* The nearest element of role LINK at or above `element`, or NULL. */
const struct element *element_link(const struct element *element);

/* The note that the words of `element` refer to; NULL: none. */
const struct element *element_note(const struct element *element);

/* The outermost stretch of a line's words at or above `element` that is heard otherwise than it is
 * seen; NULL: none. */
const struct element *element_heard(const struct element *element);

/* The nearest element at or above `element` that is more than a stretch of a line's words (LINK,
 * CODE, SPAN); NULL for NULL. */
const struct element *element_block(const struct element *element);

/* The language that `element` or one above it names; NULL: that of the document. */
const char *element_lang(const struct element *element);

/* The nearest span about the words whose author says which way they read; NULL: there is none. */
const struct element *element_turned(const struct element *element);

#endif
