/*
 * The findings of a diag (base/diag.h), each once. Of thousands of articles many lack the same:
 * what is said is held once, and so is what is said of a file after what was said before; of each
 * file there is only which of it was the last. Internal to diag.c.
 */
#ifndef HANDOUT_BASE_FINDINGS_H
#define HANDOUT_BASE_FINDINGS_H

#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

struct findings;

struct findings *findings_new(void);
void findings_free(struct findings *findings);

/* True: there is none like it, and a copy is kept. */
bool findings_add(struct findings *findings, const struct finding *finding);

/* Takes out one that is there. */
void findings_remove(struct findings *findings, const struct finding *finding);

/* On the way through findings, file by file; of each the last one first. What is met may be removed
 * meanwhile; none may be added. */
struct findings_walk {
    guint file, files; /* where it is, and ends */
    guint32 step;
};

/* Through all of them, or those of one file (base/paths.h). */
struct findings_walk findings_walk_all(const struct findings *findings);
struct findings_walk findings_walk_file(const struct findings *findings, guint64 path);

/* The next one, of which nothing is known of how severe it is, its words lent; false: there is
 * none. */
bool findings_next(const struct findings *findings, struct findings_walk *walk,
                   struct finding *finding);

#endif
