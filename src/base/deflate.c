/*
 * Packing through libdeflate: fewer instructions than zlib for the same size, as measured where the
 * levels are chosen (paint/png_encode.c, paint/pdf/file.c).
 */
#include "base/deflate.h"

#include <libdeflate.h>

GByteArray *deflate_bytes(const void *bytes, size_t size, int level)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(level);
    if (!compressor)
        g_error("no memory to pack %zu bytes", size);
    size_t most = libdeflate_zlib_compress_bound(compressor, size);
    GByteArray *packed = g_byte_array_new();
    g_byte_array_set_size(packed, (guint)most);
    size_t got = libdeflate_zlib_compress(compressor, bytes, size, packed->data, most);
    libdeflate_free_compressor(compressor);
    g_byte_array_set_size(packed, (guint)got);
    return packed;
}

guint32 deflate_sum(const void *bytes, size_t size)
{
    return libdeflate_crc32(0, bytes, size);
}
