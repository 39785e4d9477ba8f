/*
 * Selections: which products somebody wants of an article, by their names. Names are kept as they
 * were written; which products there are, the table of products knows (publish/choice.h).
 */
#ifndef HANDOUT_CONTENT_SELECTION_H
#define HANDOUT_CONTENT_SELECTION_H

#include "content/fact.h"

#include <stdbool.h>

struct selection {
    struct fact_list only;    /* these alone; empty: all */
    struct fact_list without; /* all but these; empty: nothing is left out */
};

void selection_init(struct selection *selection);
void selection_clear(struct selection *selection);

/* True when somebody chose. */
bool selection_is_given(const struct selection *selection);

/* The entry of `list` that says `name`; lent; NULL: none does. */
const struct fact *selection_find(const struct fact_list *list, const char *name);

#endif
