/*
 * The findings of a diag (base/diag.h), each once. Of thousands of articles many lack the same:
 * what is said is held once, and of each file only that it is said of it. Internal to diag.c.
 */
#ifndef HANDOUT_BASE_FINDINGS_H
#define HANDOUT_BASE_FINDINGS_H

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

struct findings;

struct findings *findings_new(void);
void findings_free(struct findings *findings);

guint findings_count(const struct findings *findings);

/* The one at that place; of how severe it is nothing is known here. Its words are lent. */
struct finding findings_at(const struct findings *findings, guint index);

/* True: there is none like it, and a copy stands behind the others. Its path is interned. */
bool findings_add(struct findings *findings, const struct finding *finding);

/* The last one takes its place. */
void findings_remove(struct findings *findings, guint index);

#endif
