/*
 * Numbers and texts packed into bytes one behind another, for what the program keeps for itself on
 * this machine. They are taken out as they were put in.
 */
#ifndef HANDOUT_BASE_PACK_H
#define HANDOUT_BASE_PACK_H

#include <glib.h>
#include <stdbool.h>

void pack_number(GString *out, gint64 number);
void pack_real(GString *out, double number);
void pack_text(GString *out, const char *text); /* NULL is a text of its own */

/* Where the next is taken from. */
struct unpacking {
    const char *at, *end;
    bool torn; /* more was asked for than is there: what was taken since is 0 or NULL */
};

gint64 unpack_number(struct unpacking *from);
double unpack_real(struct unpacking *from);
const char *unpack_text(struct unpacking *from); /* lent by the bytes */

#endif
