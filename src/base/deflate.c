/*
 * Packing through libdeflate: fewer instructions than zlib for the same size, as measured where the
 * levels are chosen (paint/png_encode.c, paint/pdf/file.c).
 */
#include "base/deflate.h"

#include <libdeflate.h>

/* One for each thread: it takes a megabyte, and most of what is packed is small. */
struct packer {
    struct libdeflate_compressor *compressor;
    int level;
};

static void packer_free(gpointer data)
{
    struct packer *packer = data;
    libdeflate_free_compressor(packer->compressor);
    g_free(packer);
}

static struct libdeflate_compressor *compressor_of(int level)
{
    static GPrivate kept = G_PRIVATE_INIT(packer_free);
    struct packer *packer = g_private_get(&kept);
    if (!packer || packer->level != level) {
        packer = g_new(struct packer, 1);
        *packer = (struct packer){libdeflate_alloc_compressor(level), level};
        g_private_replace(&kept, packer);
    }
    return packer->compressor;
}

GByteArray *deflate_bytes(const void *bytes, size_t size, int level)
{
    struct libdeflate_compressor *compressor = compressor_of(level);
    if (!compressor)
        g_error("no memory to pack %zu bytes", size);
    size_t most = libdeflate_zlib_compress_bound(compressor, size);
    GByteArray *packed = g_byte_array_new();
    g_byte_array_set_size(packed, (guint)most);
    size_t got = libdeflate_zlib_compress(compressor, bytes, size, packed->data, most);
    g_byte_array_set_size(packed, (guint)got);
    return packed;
}

guint32 deflate_sum(const void *bytes, size_t size)
{
    return libdeflate_crc32(0, bytes, size);
}
