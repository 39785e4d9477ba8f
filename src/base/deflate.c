/*
 * Packing through libdeflate: fewer instructions than zlib for the same size, as measured where the
 * levels are chosen (paint/png_encode.c, paint/pdf/file.c).
 */
#include "base/deflate.h"

#include <libdeflate.h>

/* As libdeflate counts. */
enum { LEVELS = 13 };

/* One of each level in use for each thread: it takes a megabyte, and most of what is packed is
 * small. */
struct packers {
    struct libdeflate_compressor *of_level[LEVELS];
};

static void packers_free(gpointer data)
{
    struct packers *packers = data;
    for (int level = 0; level < LEVELS; level++)
        libdeflate_free_compressor(packers->of_level[level]);
    g_free(packers);
}

static struct libdeflate_compressor *compressor_of(int level)
{
    static GPrivate kept = G_PRIVATE_INIT(packers_free);
    struct packers *packers = g_private_get(&kept);
    if (!packers) {
        packers = g_new0(struct packers, 1);
        g_private_set(&kept, packers);
    }
    if (!packers->of_level[level])
        packers->of_level[level] = libdeflate_alloc_compressor(level);
    return packers->of_level[level];
}

static GByteArray *pack(struct libdeflate_compressor *compressor, const void *bytes, size_t size)
{
    if (!compressor)
        g_error("no memory to pack %zu bytes", size);
    size_t most = libdeflate_zlib_compress_bound(compressor, size);
    GByteArray *packed = g_byte_array_new();
    g_byte_array_set_size(packed, (guint)most);
    size_t got = libdeflate_zlib_compress(compressor, bytes, size, packed->data, most);
    g_byte_array_set_size(packed, (guint)got);
    return packed;
}

GByteArray *deflate_bytes(const void *bytes, size_t size, int level)
{
    return pack(compressor_of(level), bytes, size);
}

GByteArray *deflate_once(const void *bytes, size_t size, int level)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(level);
    GByteArray *packed = pack(compressor, bytes, size);
    libdeflate_free_compressor(compressor);
    return packed;
}

guint32 deflate_sum(const void *bytes, size_t size)
{
    return libdeflate_crc32(0, bytes, size);
}
