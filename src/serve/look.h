/*
 * A look at the printer before anything is printed, by the helper that knows printers.
 */
#ifndef HANDOUT_SERVE_LOOK_H
#define HANDOUT_SERVE_LOOK_H

#include <stdbool.h>

struct look;

/* What was seen last. Lent, until the next look. */
struct look_state {
    const char *printer; /* its name; "": not known */
    const char *keyword; /* "ready", or what keeps it from printing ("media-empty"); "": nothing was
                            seen yet */
    bool one_sided;      /* it prints one side at a time */
};

/* `command` are the words that look, ended by NULL; they are copied. */
struct look *look_new(const char *const *command);
void look_free(struct look *look);

/* Looks anew, unless the last look is a few seconds old or not over. */
void look_again(struct look *look);

struct look_state look_state(const struct look *look);

#endif
