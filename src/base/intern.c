/*
 * g_intern_string() is not for thousands of texts: each time that 2,048 more have come it lays its
 * list anew and never gives the old one back. Here the texts lie one behind the other in blocks,
 * and their places are their numbers.
 */
#include "base/intern.h"

#include "base/digest.h"
#include "base/pages.h"
#include "base/slots.h"

#include <string.h>

/* Bytes of a block; a longer text has several. */
#define BLOCK_BITS 16
#define BLOCK      (1u << BLOCK_BITS)

/* Of bytes that a number tells apart. */
#define BLOCKS (1u << (32 - BLOCK_BITS))

/* `mutex` guards them; a block stays where it is. */
static GMutex mutex;
static char *blocks[BLOCKS];
static guint n_blocks;
static gsize end = 1; /* behind the last text; number 0 is none */
static struct slots known;

const char *intern_text(guint number)
{
    return number > 0 ? blocks[number >> BLOCK_BITS] + (number & (BLOCK - 1)) : NULL;
}

struct part {
    const char *text;
    gsize length; /* [bytes] */
};

static guint hash_part(const char *text, gsize length)
{
    return (guint)digest_number(text, length);
}

static guint hash_of(const void *user, guint number)
{
    (void)user;
    const char *text = intern_text(number);
    return hash_part(text, strlen(text));
}

static bool is_text(const void *user, guint number, const void *key)
{
    (void)user;
    const struct part *part = key;
    const char *text = intern_text(number);
    return strncmp(text, part->text, part->length) == 0 && text[part->length] == '\0';
}

/* Blocks for a text of that size, one behind the other. */
static void make_room(gsize size)
{
    guint more = (guint)((size + BLOCK) / BLOCK);
    g_assert(n_blocks + more < BLOCKS);
    char *room = pages_grow(NULL, 0, (gsize)more * BLOCK);
    end = MAX(end, (gsize)n_blocks * BLOCK);
    for (guint i = 0; i < more; i++)
        blocks[n_blocks++] = room + (gsize)i * BLOCK;
}

static guint add(const struct part *part)
{
    gsize size = part->length + 1;
    if (end + size > (gsize)n_blocks * BLOCK)
        make_room(size);
    guint number = (guint)end;
    memcpy(blocks[number >> BLOCK_BITS] + (number & (BLOCK - 1)), part->text, part->length);
    end += size;
    return number;
}

guint intern_part(const char *text, gsize length)
{
    static const struct slots_owner owner = {hash_of, is_text, NULL};
    const struct part part = {text, length};
    guint hash = hash_part(text, length);
    g_mutex_lock(&mutex);
    guint number = slots_find(&known, hash, &part, &owner);
    if (number == SLOTS_NONE) {
        number = add(&part);
        slots_add(&known, number, &owner);
    }
    g_mutex_unlock(&mutex);
    return number;
}

guint intern_number(const char *text)
{
    return text ? intern_part(text, strlen(text)) : 0;
}

const char *intern(const char *text)
{
    return intern_text(intern_number(text));
}
