/*
 * The key is all that lines depend on: the text, what its attributes are made of, the column and
 * the way of breaking. Awkward: whatever paragraph.c or breaking.c come to depend on must be told
 * here, too. Sizes are not: texts are shaped in one size (SHAPING_EM), and columns are measured in
 * its units.
 */
#include "layout/broken.h"

#include <string.h>

/* Bytes of text that are remembered, at 70 of memory each (peak of a standard handout of 240 KB in
 * English, 126 pages, with and without). What goes beyond is set anew each time. */
#define MOST (2 * 1024 * 1024)

/* The same of texts as they are shaped, which take more; most articles are shorter. */
#define MOST_SHAPED (64 * 1024)

struct broken {
    GHashTable *texts;  /* key (GBytes *) -> struct known *; both owned */
    GHashTable *shaped; /* key (GBytes *) -> struct shaped *; owned and counted */
    GHashTable *pieces; /* key (GBytes *) -> GArray *; both owned */
    size_t bytes;       /* of all texts */
    size_t bytes_shaped;
};

struct known {
    struct lines *lines; /* counted */
    enum mess mess;
};

static void known_free(gpointer data)
{
    struct known *known = data;
    lines_unref(known->lines);
    g_free(known);
}

struct broken *broken_new(void)
{
    struct broken *broken = g_new0(struct broken, 1);
    broken->texts = g_hash_table_new_full(g_bytes_hash, g_bytes_equal,
                                          (GDestroyNotify)g_bytes_unref, known_free);
    broken->shaped = g_hash_table_new_full(
        g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, (GDestroyNotify)shaped_unref);
    broken->pieces = g_hash_table_new_full(
        g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, (GDestroyNotify)g_array_unref);
    return broken;
}

void broken_free(struct broken *broken)
{
    g_hash_table_unref(broken->texts);
    g_hash_table_unref(broken->shaped);
    g_hash_table_unref(broken->pieces);
    g_free(broken);
}

static void add_number(GByteArray *key, gint64 number)
{
    g_byte_array_append(key, (const guint8 *)&number, sizeof number);
}

static void add_share(GByteArray *key, double share)
{
    g_byte_array_append(key, (const guint8 *)&share, sizeof share);
}

/* With the zero at its end, so that what follows is told from it. */
static void add_words(GByteArray *key, const char *words)
{
    g_byte_array_append(key, (const guint8 *)words, (guint)strlen(words) + 1);
}

static void add_span(GByteArray *key, const struct span *span, guint start)
{
    const bool marks[] = {span->strong,
                          span->code,
                          span->small,
                          span->whole,
                          element_note(span->element) != NULL,
                          element_turned(span->element) != NULL};
    const char *lang = element_lang(span->element);
    add_number(key, start);
    add_number(key, span->raise);
    g_byte_array_append(key, (const guint8 *)marks, sizeof marks);
    add_words(key, lang ? lang : "");
}

/* Owned by the caller. */
static GBytes *key_of(const struct paragraph *p, int width)
{
    const struct profile *profile = p->setter->profile;
    GByteArray *key = g_byte_array_sized_new((guint)p->text->len + 128);
    add_number(key, width);
    add_number(key, p->kind);
    add_number(key, profile->looks[p->kind].bold);
    add_number(key, p->setter->parting);
    add_number(key, p->as_document);
    add_number(key, p->goes_on);
    add_number(key, profile->breaking[p->kind]);
    add_number(key, (gint64)(gintptr)profile->trim->breaks);
    add_share(key, profile->script_ratio);
    add_share(key, p->tracking);
    add_number(key, p->spans->len);
    for (guint i = 0; i < p->spans->len; i++)
        add_span(key, p->spans->pdata[i], g_array_index(p->starts, guint, i));
    add_words(key, p->text->str);
    return g_byte_array_free_to_bytes(key);
}

/* Of what is in no column yet; owned by the caller. */
static GBytes *key_of_text(const struct paragraph *p)
{
    return key_of(p, -1);
}

struct lines *broken_find(struct paragraph *p, int width)
{
    g_autoptr(GBytes) key = key_of(p, width);
    const struct known *known = g_hash_table_lookup(p->setter->broken->texts, key);
    if (!known)
        return NULL;
    p->mess = known->mess;
    return lines_ref(known->lines);
}

void broken_remember(const struct paragraph *p, int width, struct lines *lines)
{
    struct broken *broken = p->setter->broken;
    if (broken->bytes + p->text->len > MOST)
        return;
    struct known *known = g_new(struct known, 1);
    *known = (struct known){lines_ref(lines), p->mess};
    broken->bytes += p->text->len;
    g_hash_table_replace(broken->texts, key_of(p, width), known);
}

struct shaped *broken_find_shaped(const struct paragraph *p)
{
    g_autoptr(GBytes) key = key_of_text(p);
    struct shaped *shaped = g_hash_table_lookup(p->setter->broken->shaped, key);
    return shaped ? shaped_ref(shaped) : NULL;
}

void broken_remember_shaped(const struct paragraph *p, struct shaped *shaped)
{
    struct broken *broken = p->setter->broken;
    if (broken->bytes_shaped + p->text->len > MOST_SHAPED)
        return;
    broken->bytes_shaped += p->text->len;
    g_hash_table_replace(broken->shaped, key_of_text(p), shaped_ref(shaped));
}

GArray *broken_find_pieces(const struct paragraph *p)
{
    g_autoptr(GBytes) key = key_of_text(p);
    GArray *known = g_hash_table_lookup(p->setter->broken->pieces, key);
    return known ? g_array_ref(known) : NULL;
}

void broken_remember_pieces(const struct paragraph *p, GArray *pieces)
{
    struct broken *broken = p->setter->broken;
    if (broken->bytes + p->text->len > MOST)
        return;
    broken->bytes += p->text->len;
    g_hash_table_replace(broken->pieces, key_of_text(p), g_array_ref(pieces));
}
