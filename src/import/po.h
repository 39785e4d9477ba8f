/*
 * Catalogues of messages in the PO format of GNU gettext, which translators' programs know: what is
 * to be translated beside its translation. What no article needs (plural forms) is refused, what
 * programs add for themselves (wrapped lines, old entries, comments) is read over.
 */
#ifndef HANDOUT_IMPORT_PO_H
#define HANDOUT_IMPORT_PO_H

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

/* All strings are owned. */
struct po_entry {
    char *context;  /* tells entries of the same words apart; NULL: none */
    char *words;    /* of the source; never empty */
    char *text;     /* in the other language; "": not translated */
    char *previous; /* words of the source that the text was made from; NULL: these */
    char *place;    /* "mri.md:12"; NULL: not said */
    bool fuzzy;     /* the text was made from other words, or is a guess */
};

struct po {
    char *lang;         /* of the texts, BCP 47 */
    char *project;      /* what is translated: its name and version; NULL: not known */
    bool contexts_lost; /* by a program on the way: words that stand alone are enough */
    GPtrArray *entries; /* of struct po_entry *, owned */
};

struct po *po_new(const char *lang);
void po_free(struct po *po);

/* A new entry at the end, lent. Strings are copied. */
struct po_entry *po_add(struct po *po, const char *context, const char *words, const char *text);

/* The entry of these words in that context, else at that place ("mri.md:12"); NULL: there is none.
 */
const struct po_entry *po_find(const struct po *po, const char *context, const char *words,
                               const char *place);

/* How many entries wait for a translation, or for somebody to look at it again. */
unsigned po_open(const struct po *po);

/* As a file, owned by the caller. */
char *po_write(const struct po *po);

/* What a file says; NULL, reported with its line, where it is no catalogue. */
struct po *po_read(const char *text, const char *path, struct diag *diag);

#endif
