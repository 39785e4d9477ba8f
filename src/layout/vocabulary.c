/*
 * A table with open addressing: what stands first at a word's place or behind it, without a gap, is
 * the word's. Nothing is ever taken out of it but all at once.
 */
#include "layout/vocabulary.h"

#include <glib.h>
#include <string.h>

/* Bytes that words may take, with what is known of them: some 4,000 in two weights, of which an
 * article has 300. */
#define MOST (1024 * 1024)

enum { FIRST_ROOM = 512 }; /* a power of two */

/* The word follows `size` bytes of what is known of it. */
struct entry {
    const void *owner;
    guint32 hash;
    guint32 length;
    size_t size;
    max_align_t known[];
};

struct vocabulary {
    struct entry **places; /* NULL: nothing is there */
    guint room;            /* a power of two */
    guint count;
    size_t bytes;
};

static void make_room(struct vocabulary *vocabulary, guint room)
{
    vocabulary->places = g_new0(struct entry *, room);
    vocabulary->room = room;
}

struct vocabulary *vocabulary_new(void)
{
    struct vocabulary *vocabulary = g_new0(struct vocabulary, 1);
    make_room(vocabulary, FIRST_ROOM);
    return vocabulary;
}

static void forget(struct vocabulary *vocabulary)
{
    for (guint i = 0; i < vocabulary->room; i++)
        g_free(vocabulary->places[i]);
    g_free(vocabulary->places);
    vocabulary->count = 0;
    vocabulary->bytes = 0;
}

void vocabulary_free(struct vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    forget(vocabulary);
    g_free(vocabulary);
}

/* FNV-1a (Fowler, Noll, Vo). */
static guint32 hash_of(const void *owner, const char *word, size_t length)
{
    guint32 hash = 2166136261U ^ GPOINTER_TO_UINT(owner);
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (guchar)word[i]) * 16777619U;
    return hash ^ hash >> 15;
}

static const char *word_of(const struct entry *entry)
{
    return (const char *)entry->known + entry->size;
}

/* Where the word is, or where it would be. */
static struct entry **place_of(const struct vocabulary *vocabulary, const void *owner, guint32 hash,
                               const char *word, size_t length)
{
    guint mask = vocabulary->room - 1;
    for (guint i = hash & mask;; i = (i + 1) & mask) {
        const struct entry *entry = vocabulary->places[i];
        if (!entry || (entry->hash == hash && entry->owner == owner && entry->length == length &&
                       memcmp(word_of(entry), word, length) == 0))
            return &vocabulary->places[i];
    }
}

const void *vocabulary_find(const struct vocabulary *vocabulary, const void *owner,
                            const char *word, size_t length)
{
    guint32 hash = hash_of(owner, word, length);
    const struct entry *entry = *place_of(vocabulary, owner, hash, word, length);
    return entry ? entry->known : NULL;
}

static void put(struct vocabulary *vocabulary, struct entry *entry)
{
    *place_of(vocabulary, entry->owner, entry->hash, word_of(entry), entry->length) = entry;
}

/* A half of its places stay free. */
static void grow(struct vocabulary *vocabulary)
{
    struct entry **before = vocabulary->places;
    guint room = vocabulary->room;
    make_room(vocabulary, 2 * room);
    for (guint i = 0; i < room; i++)
        if (before[i])
            put(vocabulary, before[i]);
    g_free(before);
}

void *vocabulary_add(struct vocabulary *vocabulary, const void *owner, const char *word,
                     size_t length, size_t size)
{
    struct entry *entry = g_malloc(sizeof *entry + size + length);
    *entry = (struct entry){owner, hash_of(owner, word, length), (guint32)length, size};
    memcpy((char *)entry->known + size, word, length);
    if (2 * ++vocabulary->count > vocabulary->room)
        grow(vocabulary);
    put(vocabulary, entry);
    vocabulary->bytes += sizeof *entry + size + length;
    return entry->known;
}

static int compare_words(gconstpointer one, gconstpointer other)
{
    const struct entry *a = *(struct entry *const *)one, *b = *(struct entry *const *)other;
    int order = memcmp(word_of(a), word_of(b), MIN(a->length, b->length));
    return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

void vocabulary_each(const struct vocabulary *vocabulary, const void *owner,
                     vocabulary_visit *visit, void *data)
{
    g_autoptr(GPtrArray) entries = g_ptr_array_new();
    for (guint i = 0; i < vocabulary->room; i++)
        if (vocabulary->places[i] && vocabulary->places[i]->owner == owner)
            g_ptr_array_add(entries, vocabulary->places[i]);
    g_ptr_array_sort(entries, compare_words);
    for (guint i = 0; i < entries->len; i++) {
        const struct entry *entry = entries->pdata[i];
        visit(word_of(entry), entry->length, entry->known, entry->size, data);
    }
}

void vocabulary_trim(struct vocabulary *vocabulary)
{
    if (vocabulary->bytes <= MOST)
        return;
    forget(vocabulary);
    make_room(vocabulary, FIRST_ROOM);
}
