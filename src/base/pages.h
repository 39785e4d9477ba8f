/*
 * Room for what stays and grows, with ten thousand articles, too.
 */
#ifndef HANDOUT_BASE_PAGES_H
#define HANDOUT_BASE_PAGES_H

#include <glib.h>

/* Makes room of `from` bytes (none: NULL) room of `to`, which are more; what is new is zero. It may
 * move. To be freed with its size. Ends the program where there is no memory, as GLib does. */
void *pages_grow(void *room, gsize from, gsize to);
void pages_free(void *room, gsize size);

#endif
