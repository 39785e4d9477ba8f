/*
 * Packs the rows of a picture of few colours as zlib data (RFC 1950), as PNG keeps them.
 */
#ifndef HANDOUT_PAINT_PNG_PACK_H
#define HANDOUT_PAINT_PNG_PACK_H

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* `size` bytes, which are lent, in rows of `row` bytes; the result is the caller's. */
GByteArray *png_pack(const uint8_t *bytes, size_t size, size_t row);

#endif
