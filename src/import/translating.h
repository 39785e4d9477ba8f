/*
 * Drafts of translations: the words of the source in comments, each above an empty place for what
 * they are in the other language. No word is translated here.
 */
#ifndef HANDOUT_IMPORT_TRANSLATING_H
#define HANDOUT_IMPORT_TRANSLATING_H

#include "content/article.h"

/* The text of a draft in `lang` (BCP 47). `of`: the file name of the source without ".md", where
 * the draft's own does not tell; else NULL. Owned by the caller. */
char *translating_draft(const struct article *source, const char *lang, const char *of);

#endif
