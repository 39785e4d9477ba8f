/*
 * What is known of articles that were read before, without their words: whoever builds again and
 * again reads what has changed. A brief article has all that its settings say, and no tree.
 *
 * Kept is what a file alone tells: an article without errors that shows no picture and whose name
 * makes it no translation. It is known as long as its file holds the words that were read.
 */
#ifndef HANDOUT_CONTENT_BRIEF_H
#define HANDOUT_CONTENT_BRIEF_H

#include "content/article.h"

struct briefs;

struct briefs *briefs_new(void);
void briefs_free(struct briefs *briefs);

/* What was read under another key is forgotten: it tells of all but the files that decides what is
 * found when they are read. */
void briefs_settle(struct briefs *briefs, const char *key);

/* Forgets what was not asked for since the last time. */
void briefs_sweep(struct briefs *briefs);

/* The article at `path`, brief, lent until it is put anew; what was found when it was read is
 * reported; `diag` may be NULL. NULL: it is not known by these words (`digest`: theirs, as the
 * article has it; NULL: they are not known). */
struct article *briefs_find(struct briefs *briefs, const char *path, const char *digest,
                            struct diag *diag);

/* Whether the article is brief; NULL: it is not. */
bool article_is_brief(const struct article *article);

/* One that is to be put beside the others when nobody needs its words any more. */
struct brief;

/* `found`: what was found when it was read. NULL: it is none to keep. */
struct brief *brief_new(const struct article *article, const struct diag *found);

/* Takes both, and the article's words from it. Any thread. */
void briefs_put(struct briefs *briefs, struct brief *brief, struct article *article);

#endif
