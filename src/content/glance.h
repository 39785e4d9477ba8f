/*
 * What a first look at the file of an article tells, before any of them is read. A build asks for
 * it again and again, of every article that there is: each file is looked at once.
 */
#ifndef HANDOUT_CONTENT_GLANCE_H
#define HANDOUT_CONTENT_GLANCE_H

#include <stdbool.h>

struct glance {
    const char *lang;       /* that it gives, else the usual one; interned */
    bool names_translation; /* a line says so, wherever it stands: reading it tells */
};

struct glances;

struct glances *glances_new(void);
void glances_free(struct glances *glances);

/* Of the file at `path`; one that cannot be read tells nothing. Lent. */
const struct glance *glances_at(struct glances *glances, const char *path);

#endif
