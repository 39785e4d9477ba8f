/*
 * Finds what repeats in the rows of a picture of few colours, for deflate (RFC 1951).
 */
#ifndef HANDOUT_PAINT_PNG_MATCH_H
#define HANDOUT_PAINT_PNG_MATCH_H

#include <stddef.h>
#include <stdint.h>

/* How many bytes one repeat may be of. */
#define MATCH_SHORTEST 3
#define MATCH_LONGEST  258

/* Bytes that stand at `distance` before, too. */
struct match {
    unsigned length; /* 0: none */
    unsigned distance;
};

struct finder;

/* `size` bytes, lent until `finder_free`, in rows of `row` bytes. */
struct finder *finder_new(const uint8_t *bytes, size_t size, size_t row);

void finder_free(struct finder *finder);

/*
 * What repeats at `place`, where it is longer than `beyond` bytes. Places may only rise from call
 * to call.
 */
struct match finder_find(struct finder *finder, size_t place, unsigned beyond);

#endif
