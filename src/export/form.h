/*
 * A form that a handout can be had in beside its page: large print, braille, plain text.
 */
#ifndef HANDOUT_EXPORT_FORM_H
#define HANDOUT_EXPORT_FORM_H

struct form {
    const char *label; /* borrowed: what it is called, in the language of whoever is told of it */
    char *href, *kind; /* owned; kind: "PDF, pages: 4, 94 KB" */
};

/* Takes the strings. */
struct form *form_new(const char *label, char *href, char *kind);
void form_free(struct form *form);

#endif
