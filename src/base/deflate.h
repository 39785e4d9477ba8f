/*
 * Bytes packed as zlib data (RFC 1950), as PDF streams and PNG pixels are kept.
 */
#ifndef HANDOUT_BASE_DEFLATE_H
#define HANDOUT_BASE_DEFLATE_H

#include <glib.h>

/* Packs `size` bytes, which are lent; the result is the caller's. `level`: 1, the fastest, to 12,
 * the smallest, as libdeflate counts. */
GByteArray *deflate_bytes(const void *bytes, size_t size, int level);

/* The same for what is not packed often: the thread keeps no room for more. */
GByteArray *deflate_once(const void *bytes, size_t size, int level);

/* The sum that archives check their parts by (CRC-32). */
guint32 deflate_sum(const void *bytes, size_t size);

#endif
