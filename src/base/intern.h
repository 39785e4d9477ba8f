/*
 * Texts that stay: one copy of each, so that equal ones are the same pointer. What names files,
 * articles and languages is kept so.
 */
#ifndef HANDOUT_BASE_INTERN_H
#define HANDOUT_BASE_INTERN_H

/* The copy of the text, which is there until the process ends; NULL of NULL. Any thread. */
const char *intern(const char *text);

#endif
