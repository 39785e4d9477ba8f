/*
 * A part of a text.
 */
#ifndef HANDOUT_BASE_RANGE_H
#define HANDOUT_BASE_RANGE_H

#include <stddef.h>

/* Bytes from `start` up to, not including, `end`; in UTF-8 both stand between characters. */
struct range {
    size_t start, end;
};

#endif
