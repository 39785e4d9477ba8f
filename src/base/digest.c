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

#define HALF (DIGEST_DIGITS / 2)

static const char hexadecimal[] = "0123456789abcdef";

/* As xxHash writes them down on every machine: the highest first. By hand, since it is done more
 * often than anything is hashed that is long. */
char *digest_unpack(struct digest_bits bits)
{
    char *text = g_malloc(DIGEST_DIGITS + 1);
    guint64 half[] = {bits.high, bits.low};
    for (size_t i = DIGEST_DIGITS; i-- > 0;) {
        guint64 *rest = &half[i / HALF];
        text[i] = hexadecimal[*rest & 15];
        *rest >>= 4;
    }
    text[DIGEST_DIGITS] = '\0';
    return text;
}

bool digest_pack(const char *digits, struct digest_bits *bits)
{
    guint64 half[] = {0, 0};
    if (strlen(digits) != DIGEST_DIGITS || strspn(digits, hexadecimal) != DIGEST_DIGITS)
        return false;
    for (size_t i = 0; i < DIGEST_DIGITS; i++)
        half[i / HALF] = half[i / HALF] << 4 | (guint64)g_ascii_xdigit_value(digits[i]);
    *bits = (struct digest_bits){half[0], half[1]};
    return true;
}

static char *spell(XXH128_hash_t hash)
{
    return digest_unpack((struct digest_bits){hash.high64, hash.low64});
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
