/*
 * Translations as files: the words of the source in comments, each above what they are in the other
 * language, or above an empty place. No word is translated here.
 */
#ifndef HANDOUT_IMPORT_TRANSLATING_H
#define HANDOUT_IMPORT_TRANSLATING_H

#include "content/article.h"
#include "import/po.h"

/* How many portions and keys of the source ... */
struct translating_counts {
    unsigned kept;    /* are translated, and have not changed since */
    unsigned taken;   /* are translated by what was taken back */
    unsigned assumed; /* are translated, and nobody has said from which words: from today's */
    unsigned changed; /* have changed since they were translated */
    unsigned empty;   /* wait for their translation */
    unsigned gone;    /* are translated, and no longer there */
};

struct translating {
    const struct article *source;
    const struct article *translated; /* what there is of it; NULL: nothing */
    const char *lang;                 /* BCP 47; the translation's own where there is one */
    const char *of;      /* the file name of the source without ".md", where the file's own does not
                            tell; else NULL */
    const struct po *po; /* translations to be taken from there; NULL: there are none */
};

/* The text of the file: a draft, or what there is with its records as they are now. What has not
 * changed stays as it is written. Owned by the caller. */
char *translating_write(const struct translating *t, struct translating_counts *out);

/* The source's words and what there is of their translation, for translators' programs; owned by
 * the caller. */
struct po *translating_export(const struct translating *t);

#endif
