/*
 * Signs that stand before the items of lists where no markup says what is one, as word processors
 * write them: some say nothing but that an item begins, others something of its words.
 */
#ifndef HANDOUT_CONTENT_LIST_SIGN_H
#define HANDOUT_CONTENT_LIST_SIGN_H

#include <stddef.h>

enum list_sign {
    LIST_SIGN_BULLET,  /* says nothing */
    LIST_SIGN_TICK,    /* says nothing where all are alike */
    LIST_SIGN_VERDICT, /* not this, to do, done */
    LIST_SIGN_ARROW,   /* says something before a number */
};

/* Bytes of such a sign at the start of the line, and of the selector of its form (Unicode's emoji
 * variation sequences); 0: there is none. */
size_t list_sign_length(const char *line, enum list_sign kind);

/* Bytes of a sign at the start of the line that may say something of the words behind it (a tick, a
 * cross, a box, an arrow); 0: there is none. */
size_t list_mark_length(const char *line);

#endif
