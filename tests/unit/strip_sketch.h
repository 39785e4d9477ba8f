/*
 * Strips without words, for the tests of what goes into a frame. Header only.
 */
#ifndef HANDOUT_TESTS_STRIP_SKETCH_H
#define HANDOUT_TESTS_STRIP_SKETCH_H

#include "layout/strip.h"

#include <string.h>

/* Strips from a picture of them: each character is one of 10 points; 'k' keeps the next one, 'b'
 * is bound to it, 'w' keeps it and must not be parted from it, 'p' is paired with it, 'l' is in one
 * short list with it, '.' is the end of such a chain or stands alone. */
static inline GPtrArray *strips_like(const char *picture)
{
    GPtrArray *strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    bool whole = false;
    for (const char *c = picture; *c; c++) {
        struct strip *strip = strip_new(10, (struct pos){0});
        strip->keep = !strchr(".pl", *c);
        strip->paired = *c == 'p';
        strip->listed = *c == 'l';
        strip->bound = *c == 'b';
        strip->whole = whole || *c == 'w';
        whole = *c == 'w';
        g_ptr_array_add(strips, strip);
    }
    return strips;
}

#endif
