/*
 * Facts: values that somebody wrote, each with its place, so that any later stage can point to it.
 * Plain structs that live inside the article and the clinic; those own them and clear them.
 */
#ifndef HANDOUT_CONTENT_FACT_H
#define HANDOUT_CONTENT_FACT_H

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

/* A value that somebody wrote, or its absence. */
struct fact {
    char *value; /* NULL: absent or empty */
    struct pos
        pos; /* of the value; when absent: of the key if there is one, else the file with line 0 */
};

/* A list of values; each entry a `struct fact *` with a value. */
struct fact_list {
    GPtrArray *items; /* never NULL, owns its entries */
    struct pos pos;
};

/* Frees what a fact holds and leaves it absent, in its place. */
void fact_clear(struct fact *fact);

/*
 * Which of `words` (ended by NULL) the fact says, whatever its case, to `out`. A fact without a
 * value leaves it as it is. False, reported as no `key`, when it says none of them.
 */
bool fact_choose(const struct fact *fact, const char *key, const char *const *words, unsigned *out,
                 struct diag *diag);

/* An empty list. */
void fact_list_init(struct fact_list *list, struct pos pos);

/* Appends a copy of `value`. */
void fact_list_add(struct fact_list *list, const char *value, struct pos pos);

/* Frees the entries and the list itself; afterwards `items` is NULL. */
void fact_list_clear(struct fact_list *list);

#endif
