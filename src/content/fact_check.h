/*
 * What is done about a single fact of a settings file: a table of such checks for each struct of
 * facts.
 */
#ifndef HANDOUT_CONTENT_FACT_CHECK_H
#define HANDOUT_CONTENT_FACT_CHECK_H

#include "content/fact.h"

#include <stdbool.h>
#include <stddef.h>

struct fact_check {
    size_t offset; /* of the fact in its struct */
    const char *key;
    bool (*valid)(const char *value);
    const char *example;     /* of a valid value */
    const char *consequence; /* of its absence; NULL: it may be absent */
};

/* Reports what each of the `n` checks finds in the struct `holder`: RULE_CONTACT_MISSING for gaps,
 * RULE_VALUE for what cannot be used. False when anything cannot. */
bool fact_check(const struct fact_check *checks, size_t n, const void *holder, struct diag *diag);

/* RULE_CONTACT_MISSING for `key` at `pos` (line 0: not given, else empty). */
void fact_report_missing(struct pos pos, const char *key, const char *consequence,
                         struct diag *diag);

#endif
