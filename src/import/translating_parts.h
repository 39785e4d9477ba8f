/*
 * What the files of translating share among themselves. Nobody else includes this.
 */
#ifndef HANDOUT_IMPORT_TRANSLATING_PARTS_H
#define HANDOUT_IMPORT_TRANSLATING_PARTS_H

#include "content/portions.h"
#include "import/translating.h"

struct writing {
    const struct translating *t;
    GString *out;
    GHashTable *seen; /* char *, owned -> how often these words came */
    struct translating_counts counts;
};

/* Writes the lines from "---" to "---". */
void translating_add_front(struct writing *w);

/* The version that was translated is the source's now: to be said once all of it is. */
void translating_renew_version(const struct translating *t, GString *front);

/* What is taken back for words at a place of the source, lent; NULL: nothing is, or nobody stands
 * for it. */
const char *translating_taken(const struct translating *t, const char *context, const char *words,
                              struct pos pos);

/* "mri.md:12", owned by the caller. */
char *translating_place(struct pos pos);

/* Counts a portion or key of the source whose number is that; `there`: it is translated, `from`:
 * its record. */
void translating_count(struct writing *w, bool there, const char *from, const char *number);

/* What tells entries of the same words apart: of a value, its key and its number in the list; of a
 * block, how often its words came (`seen`: char *, owned -> that number), NULL for the first time.
 * Owned by the caller. */
char *translating_context_of_value(const struct front_portion *portion, guint i);
char *translating_context_of_words(GHashTable *seen, const char *words);

/* True when a record (NULL: there is none) tells of other words than those of today. */
bool translating_is_stale(const char *from, const char *number);

/* The portions of what there is of the translation; owned by the caller. */
GPtrArray *translating_portions(const struct translating *t);

#endif
