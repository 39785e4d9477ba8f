/*
 * What a first look at the file of an article tells, before any of them is read. A build asks for
 * it again and again, of every article that there is: each file is looked at once. Where glances
 * are kept from build to build, a file that is as it was is not read again.
 */
#ifndef HANDOUT_CONTENT_GLANCE_H
#define HANDOUT_CONTENT_GLANCE_H

#include <stdbool.h>

struct glance {
    const char *lang;       /* that it gives, else the usual one; interned */
    bool names_translation; /* a line says so, wherever it stands: reading it tells */
};

struct glances;

/* `kept`: for builds to come, too, as many as there is room for. */
struct glances *glances_new(bool kept);
void glances_free(struct glances *glances);

/* A build begins, or some that are one for who looks on: files may be others by now. */
void glances_begin(struct glances *glances);

/* Forgets those that no build asked for since the last time. */
void glances_sweep(struct glances *glances);

/* Of the file at `path`; one that cannot be read tells nothing. Lent. */
const struct glance *glances_at(struct glances *glances, const char *path);

/* What its files are called (article_name). Interned. */
const char *glances_name(struct glances *glances, const char *path);

/* The digest of its words (struct article) as the build found them; lent. NULL: it is not kept, or
 * the file is no text. */
const char *glances_digest(struct glances *glances, const char *path);

#endif
