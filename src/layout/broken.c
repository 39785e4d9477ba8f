/*
 * The key is all that lines depend on but their column: the text, what its attributes are made of
 * and the way of breaking. Awkward: whatever paragraph.c or breaking.c come to depend on must be
 * told here, too. Sizes are not: texts are shaped in one size (SHAPING_EM), and columns are
 * measured in its units.
 */
#include "layout/broken.h"

#include <string.h>

/* Bytes of text that are remembered, at 70 of memory each (peak of a standard handout of 240 KB in
 * English, 126 pages, with and without). What goes beyond is set anew each time. */
#define MOST (2 * 1024 * 1024)

/* The same of texts as they are shaped, which take more; most articles are shorter. */
#define MOST_SHAPED (64 * 1024)

struct broken {
    GHashTable *texts; /* key (GBytes *) -> struct known *; both owned */
    size_t bytes;      /* of all that is remembered */
    size_t bytes_shaped;
};

/* What is known of a text. */
struct known {
    struct shaped *shaped; /* counted; NULL: not known */
    GArray *pieces;        /* the same */
    GArray *chosen;        /* of struct chosen: its lines, by column */
};

struct chosen {
    int width;           /* of the column [Pango units] */
    struct lines *lines; /* counted */
    enum mess mess;
};

static void chosen_clear(gpointer data)
{
    lines_unref(((struct chosen *)data)->lines);
}

static struct known *known_new(void)
{
    struct known *known = g_new0(struct known, 1);
    known->chosen = g_array_new(FALSE, FALSE, sizeof(struct chosen));
    g_array_set_clear_func(known->chosen, chosen_clear);
    return known;
}

static void known_free(gpointer data)
{
    struct known *known = data;
    g_clear_pointer(&known->shaped, shaped_unref);
    g_clear_pointer(&known->pieces, g_array_unref);
    g_array_unref(known->chosen);
    g_free(known);
}

struct broken *broken_new(void)
{
    struct broken *broken = g_new0(struct broken, 1);
    broken->texts = g_hash_table_new_full(g_bytes_hash, g_bytes_equal,
                                          (GDestroyNotify)g_bytes_unref, known_free);
    return broken;
}

void broken_free(struct broken *broken)
{
    g_hash_table_unref(broken->texts);
    g_free(broken);
}

static void add_number(GByteArray *key, gint64 number)
{
    g_byte_array_append(key, (const guint8 *)&number, sizeof number);
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
static GBytes *key_of(const struct paragraph *p)
{
    const struct profile *profile = p->setter->profile;
    const gint64 numbers[] = {p->kind,
                              profile->looks[p->kind].bold,
                              p->setter->parting,
                              p->as_document,
                              p->goes_on,
                              profile->breaking[p->kind],
                              (gint64)(gintptr)profile->trim->breaks,
                              p->spans->len};
    const double shares[] = {profile->script_ratio, p->tracking};
    GByteArray *key = g_byte_array_sized_new((guint)p->text->len + 256);
    g_byte_array_append(key, (const guint8 *)numbers, sizeof numbers);
    g_byte_array_append(key, (const guint8 *)shares, sizeof shares);
    for (guint i = 0; i < p->spans->len; i++)
        add_span(key, p->spans->pdata[i], g_array_index(p->starts, guint, i));
    add_words(key, p->text->str);
    return g_byte_array_free_to_bytes(key);
}

static bool has_room(const struct paragraph *p)
{
    return p->setter->broken->bytes + p->text->len <= MOST;
}

/* Lent; NULL: nothing is known of the text, and there is no room for it. */
static struct known *known_of(struct paragraph *p)
{
    GHashTable *texts = p->setter->broken->texts;
    if (p->known)
        return p->known;
    g_autoptr(GBytes) key = key_of(p);
    p->known = g_hash_table_lookup(texts, key);
    if (!p->known && has_room(p)) {
        p->known = known_new();
        g_hash_table_insert(texts, g_steal_pointer(&key), p->known);
    }
    return p->known;
}

struct lines *broken_find(struct paragraph *p, int width)
{
    const struct known *known = known_of(p);
    for (guint i = 0; known && i < known->chosen->len; i++) {
        const struct chosen *chosen = &g_array_index(known->chosen, struct chosen, i);
        if (chosen->width != width)
            continue;
        p->mess = chosen->mess;
        return lines_ref(chosen->lines);
    }
    return NULL;
}

void broken_remember(struct paragraph *p, int width, struct lines *lines)
{
    struct known *known = known_of(p);
    if (!known || !has_room(p))
        return;
    struct chosen chosen = {width, lines_ref(lines), p->mess};
    g_array_append_val(known->chosen, chosen);
    p->setter->broken->bytes += p->text->len;
}

struct shaped *broken_find_shaped(struct paragraph *p)
{
    const struct known *known = known_of(p);
    return known && known->shaped ? shaped_ref(known->shaped) : NULL;
}

void broken_remember_shaped(struct paragraph *p, struct shaped *shaped)
{
    struct broken *broken = p->setter->broken;
    struct known *known = known_of(p);
    if (!known || broken->bytes_shaped + p->text->len > MOST_SHAPED)
        return;
    broken->bytes_shaped += p->text->len;
    known->shaped = shaped_ref(shaped);
}

GArray *broken_find_pieces(struct paragraph *p)
{
    const struct known *known = known_of(p);
    return known && known->pieces ? g_array_ref(known->pieces) : NULL;
}

void broken_remember_pieces(struct paragraph *p, GArray *pieces)
{
    struct known *known = known_of(p);
    if (!known || !has_room(p))
        return;
    known->pieces = g_array_ref(pieces);
    p->setter->broken->bytes += p->text->len;
}
