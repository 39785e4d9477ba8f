/*
 * For each name the words of its owner, one behind the other: two lengths, the letters, and what is
 * known of them as it lies in memory.
 */
#include "layout/letter_memo.h"

#include "base/cache.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#define MEMO_NAME "letters"
#define MEMO_TYPE "a{say}"

/* Bytes for all names, of which a face has some 3,000. Beyond them what nobody has asked for is
 * dropped: faces that are gone leave theirs behind. */
#define MOST (256 * 1024)

struct words {
    GByteArray *bytes; /* owned */
    bool used;         /* since the memo was opened */
};

struct letter_memo {
    GHashTable *words; /* name -> struct words; both owned */
    bool grown;        /* since it was kept */
};

static void words_free(gpointer data)
{
    struct words *words = data;
    g_byte_array_unref(words->bytes);
    g_free(words);
}

/* Empty ones, in the place of those of that name; lent. */
static struct words *add_name(struct letter_memo *memo, const char *name)
{
    struct words *words = g_new0(struct words, 1);
    words->bytes = g_byte_array_new();
    g_hash_table_insert(memo->words, g_strdup(name), words);
    return words;
}

static void take_words(struct letter_memo *memo, GBytes *kept)
{
    g_autoptr(GVariant) all =
        g_variant_ref_sink(g_variant_new_from_bytes(G_VARIANT_TYPE(MEMO_TYPE), kept, TRUE));
    GVariantIter names;
    const char *name;
    GVariant *bytes;
    g_variant_iter_init(&names, all);
    while (g_variant_iter_next(&names, "{&s@ay}", &name, &bytes)) {
        g_byte_array_append(add_name(memo, name)->bytes, g_variant_get_data(bytes),
                            (guint)g_variant_get_size(bytes));
        g_variant_unref(bytes);
    }
}

struct letter_memo *letter_memo_open(void)
{
    struct letter_memo *memo = g_new0(struct letter_memo, 1);
    memo->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, words_free);
    g_autoptr(GBytes) kept = cache_find(MEMO_NAME);
    if (kept)
        take_words(memo, kept);
    return memo;
}

static gboolean is_unused(gpointer name, gpointer words, gpointer data)
{
    (void)name, (void)data;
    return !((const struct words *)words)->used;
}

static gsize size_of(const struct letter_memo *memo)
{
    GHashTableIter at;
    gpointer words;
    gsize size = 0;
    g_hash_table_iter_init(&at, memo->words);
    while (g_hash_table_iter_next(&at, NULL, &words))
        size += ((const struct words *)words)->bytes->len;
    return size;
}

static void keep(const struct letter_memo *memo)
{
    GHashTableIter at;
    gpointer name, words;
    GVariantBuilder all;
    g_variant_builder_init(&all, G_VARIANT_TYPE(MEMO_TYPE));
    g_hash_table_iter_init(&at, memo->words);
    while (g_hash_table_iter_next(&at, &name, &words)) {
        const GByteArray *bytes = ((const struct words *)words)->bytes;
        g_variant_builder_add(
            &all, "{s@ay}", name,
            g_variant_new_fixed_array(G_VARIANT_TYPE_BYTE, bytes->data, bytes->len, 1));
    }
    g_autoptr(GVariant) made = g_variant_ref_sink(g_variant_builder_end(&all));
    g_autoptr(GBytes) bytes = g_variant_get_data_as_bytes(made);
    cache_keep(MEMO_NAME, bytes);
}

void letter_memo_free(struct letter_memo *memo)
{
    if (memo->grown && size_of(memo) > MOST)
        g_hash_table_foreach_remove(memo->words, is_unused, NULL);
    if (memo->grown && size_of(memo) <= MOST)
        keep(memo);
    g_hash_table_unref(memo->words);
    g_free(memo);
}

/* How long a word is, and what is known of it. [bytes] */
struct lengths {
    guint32 word, known;
};

void letter_memo_take(const struct letter_memo *memo, const char *name,
                      struct vocabulary *vocabulary, const void *owner)
{
    struct words *words = g_hash_table_lookup(memo->words, name);
    if (!words)
        return;
    words->used = true;
    struct lengths lengths;
    for (gsize at = 0; at < words->bytes->len; at += lengths.word + lengths.known) {
        memcpy(&lengths, words->bytes->data + at, sizeof lengths);
        at += sizeof lengths;
        const char *word = (const char *)words->bytes->data + at;
        memcpy(vocabulary_add(vocabulary, owner, word, lengths.word, lengths.known),
               word + lengths.word, lengths.known);
    }
}

static void add_word(const char *word, size_t length, const void *known, size_t size, void *data)
{
    struct lengths lengths = {(guint32)length, (guint32)size};
    g_byte_array_append(data, (const guint8 *)&lengths, sizeof lengths);
    g_byte_array_append(data, (const guint8 *)word, (guint)length);
    g_byte_array_append(data, known, (guint)size);
}

void letter_memo_put(struct letter_memo *memo, const char *name,
                     const struct vocabulary *vocabulary, const void *owner)
{
    struct words *words = add_name(memo, name);
    words->used = true;
    vocabulary_each(vocabulary, owner, add_word, words->bytes);
    memo->grown = true;
}
