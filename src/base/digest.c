/*
 * Through xxHash, compiled in from its header: one library less to load.
 */
#include "base/digest.h"

#define XXH_INLINE_ALL
#define XXH_NO_INLINE_HINTS 1 /* they are errors where nothing is inlined */
#include <xxhash.h>

#include <string.h>
#include <sys/stat.h>

struct digest {
    XXH3_state_t *state;
};

/* -1: it is none, as digests have them. */
static int value_of(char digit)
{
    return digit >= '0' && digit <= '9'   ? digit - '0'
           : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
                                          : -1;
}

bool digest_pack(const char *digits, struct digest_bits *bits)
{
    for (size_t i = 0; i < DIGEST_DIGITS; i += 2) {
        int high = value_of(digits[i]), low = high < 0 ? -1 : value_of(digits[i + 1]);
        if (low < 0)
            return false;
        bits->bytes[i / 2] = (guint8)(high << 4 | low);
    }
    return digits[DIGEST_DIGITS] == '\0';
}

void digest_unpack(const struct digest_bits *bits, char *digits)
{
    static const char hexadecimal[] = "0123456789abcdef";
    for (size_t i = 0; i < DIGEST_DIGITS / 2; i++) {
        *digits++ = hexadecimal[bits->bytes[i] >> 4];
        *digits++ = hexadecimal[bits->bytes[i] & 15];
    }
    *digits = '\0';
}

/* As xxHash writes it down on every machine: the highest byte first. By hand, since it is done more
 * often than anything is hashed that is long. */
static char *spell(XXH128_hash_t hash)
{
    char *text = g_malloc(DIGEST_SIZE);
    struct digest_bits bits;
    enum { HALF = DIGEST_DIGITS / 4 }; /* [bytes] */
    for (int i = 0; i < HALF; i++) {
        int behind = 8 * (HALF - 1 - i); /* [bits] */
        bits.bytes[i] = (guint8)(hash.high64 >> behind);
        bits.bytes[HALF + i] = (guint8)(hash.low64 >> behind);
    }
    digest_unpack(&bits, text);
    return text;
}

struct digest *digest_new(void)
{
    struct digest *digest = g_new(struct digest, 1);
    digest->state = XXH3_createState();
    if (!digest->state)
        g_error("no memory for a digest");
    XXH3_128bits_reset(digest->state);
    return digest;
}

void digest_add(struct digest *digest, const void *bytes, size_t size)
{
    if (size > 0)
        XXH3_128bits_update(digest->state, bytes, size);
}

void digest_add_text(struct digest *digest, const char *text)
{
    digest_add(digest, text ? text : "", text ? strlen(text) + 1 : 1);
}

void digest_add_file(struct digest *digest, const char *name, GBytes *bytes)
{
    gsize size = 0;
    const void *data = bytes ? g_bytes_get_data(bytes, &size) : NULL;
    gint64 told = bytes ? (gint64)size : -1;
    digest_add_text(digest, name);
    digest_add(digest, &told, sizeof told);
    digest_add(digest, data, size);
}

void digest_add_stamp(struct digest *digest, const char *path)
{
    struct stat status = {0};
    digest_add_text(digest, path);
    if (stat(path, &status) != 0)
        return;
    const gint64 numbers[] = {status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
    digest_add(digest, numbers, sizeof numbers);
}

char *digest_end(struct digest *digest)
{
    char *digits = spell(XXH3_128bits_digest(digest->state));
    XXH3_freeState(digest->state);
    g_free(digest);
    return digits;
}

char *digest_of(const void *bytes, size_t size)
{
    return spell(XXH3_128bits(bytes, size));
}

char *digest_of_bytes(GBytes *bytes)
{
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    return digest_of(data, size);
}

char *digest_of_text(const char *text)
{
    return digest_of(text, strlen(text));
}

guint64 digest_number(const void *bytes, size_t size)
{
    return XXH3_64bits(bytes, size);
}
