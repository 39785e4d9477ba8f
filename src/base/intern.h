/*
 * Texts that stay: one copy of each, so that equal ones are the same pointer. What names files,
 * articles and languages is kept so.
 */
#ifndef HANDOUT_BASE_INTERN_H
#define HANDOUT_BASE_INTERN_H

#include <glib.h>

/* The copy of the text, which is there until the process ends; NULL of NULL. Any thread. */
const char *intern(const char *text);

/* A number for the copy, in half the room of a pointer; 0 of NULL. Any thread. */
guint intern_number(const char *text);
guint intern_part(const char *text, gsize length); /* of its first bytes */
const char *intern_text(guint number);

#endif
